import path from 'node:path';
import { roles } from '#db/roles';
import { persistedSecret } from '#lib/platform/data-folder';
import type { Env } from '#lib/platform/env';

const database = 'medisecure';

/** The secrets that an installation without an operator makes for itself, once. */
export function folderSecrets(folder: string) {
  const secret = (name: string) => persistedSecret(folder, name);
  return {
    database,
    superuserPassword: secret('database-superuser'),
    ownerPassword: secret('database-owner'),
    loginPassword: secret('database-login'),
  };
}

/** What the folder adds to the environment once its database listens. */
export function folderEnv(folder: string, port: number): Partial<Env> {
  const { ownerPassword, loginPassword } = folderSecrets(folder);
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    dataDir: folder,
    databaseUrl: url(roles.login, loginPassword),
    migrationDatabaseUrl: url(roles.owner, ownerPassword),
    kekFile: path.join(folder, 'secrets', 'key-encryption-key'),
    nextauthSecret: persistedSecret(folder, 'portal-session'),
  };
}
