import type { TestProject } from 'vitest/node';
import { bootstrap, migrate } from '#db/migrate';
import { randomSecret } from '#lib/platform/random-secret';
import { startTestCluster } from './cluster';

/** What a test file needs to make a database of its own (see database.ts). */
export interface ProvidedCluster {
  port: number;
  superuserPassword: string;
  ownerPassword: string;
  loginPassword: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ProvidedCluster;
  }
}

/** One cluster a run, and in it one migrated database, `template_of_tests`, from which every file's own is copied. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const passwords = { ownerPassword: randomSecret(), loginPassword: randomSecret() };
  const database = 'template_of_tests';
  await bootstrap(cluster.superuserUrl(), { ...passwords, database });
  await migrate(
    `postgres://medisecure_owner:${passwords.ownerPassword}@127.0.0.1:${cluster.port}/${database}`,
  );
  const superuserPassword = new URL(cluster.superuserUrl()).password;
  project.provide('cluster', { port: cluster.port, superuserPassword, ...passwords });
  return () => cluster.stop();
}
