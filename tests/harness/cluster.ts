import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopOrphan } from '#lib/platform/embedded-postgres/orphan';
import { isPrivate, isRoot } from '#lib/platform/embedded-postgres/run-as';
import { type Cluster, startCluster } from '#lib/platform/embedded-postgres/start';
import { takeOwnership } from '#lib/platform/owner-lock';
import { randomSecret } from '#lib/platform/random-secret';

const prefix = 'medisecure-test-';

/** A PostgreSQL of its own for one test run: quick, on a free port, gone when it is stopped. */
export async function startTestCluster(): Promise<Cluster> {
  const parent = isRoot() && isPrivate(tmpdir()) ? '/tmp' : tmpdir();
  await sweep(parent);
  const folder = mkdtempSync(path.join(parent, prefix));
  chmodSync(folder, 0o711);
  takeOwnership(folder);
  const cluster = await startCluster({ folder, superuserPassword: randomSecret(), durable: false });
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...cluster, stop };
}

/** Removes what a killed run left behind: a folder of ours whose owner is dead, and its PostgreSQL. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const folder = path.join(parent, name);
    if (!mayTake(folder)) continue;
    await stopOrphan(path.join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder without an owner's file is being made just now, or belongs to another user. */
function mayTake(folder: string): boolean {
  try {
    const owned = readdirSync(folder).some((name) => name.startsWith('owner.'));
    return owned && existsSync(folder) && takeOwnership(folder).taken;
  } catch {
    return false;
  }
}
