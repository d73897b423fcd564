import { bootstrap } from '#db/migrate';
import { dataFolder, makeDataFolder } from '#lib/platform/data-folder';
import { startCluster } from '#lib/platform/embedded-postgres/start';
import { configureEnv, env } from '#lib/platform/env';
import { OperatorError } from '#lib/platform/operator-error';
import { livingOwner, type OwnerLock, type Ownership, takeOwnership } from '#lib/platform/owner-lock';
import { checkout } from './checkout';
import type { Cleanup } from './cleanup';
import { folderEnv, folderSecrets } from './folder-secrets';

/** An owner lock that this process has. */
export interface Held {
  folder: string;
  lock: OwnerLock & { taken: true };
}

/** The folder of this installation's own database; null where the operator gave another database. */
export async function embeddedFolder(): Promise<string | null> {
  const { databaseUrl, dataDir } = env();
  return databaseUrl ? null : dataFolder(checkout, dataDir);
}

/** @throws OperatorError while another process owns the folder. Touches nothing. */
export function assertUnowned(folder: string): void {
  const owner = livingOwner(folder);
  if (owner) throw ownedBy(owner, folder);
}

function ownedBy({ pid }: Ownership, folder: string): OperatorError {
  return new OperatorError(
    `MediSecure is already running (process ${pid}) on the data in ${folder}: stop it first, or give this one its own MEDISECURE_DATA_DIR and PORT.`,
  );
}

/** Becomes the owner of the folder, made first where it is missing. */
export function holdFolder(folder: string, cleanup: Cleanup): Held {
  makeDataFolder(folder);
  const lock = takeOwnership(folder);
  if (!lock.taken) throw ownedBy(lock.owner, folder);
  cleanup.add(() => lock.release());
  return { folder, lock };
}

/** Starts the database in the folder and tells the environment where it is. `lost` is called if it ever dies. */
export async function startEmbedded(
  { folder, lock }: Held,
  cleanup: Cleanup,
  lost: () => void,
): Promise<void> {
  const secrets = folderSecrets(folder);
  const cluster = await startCluster({ folder, superuserPassword: secrets.superuserPassword, durable: true });
  let wanted = true;
  cleanup.add(() => {
    wanted = false;
    return cluster.stop();
  });
  void cluster.ended.then(() => wanted && lost());
  await bootstrap(cluster.superuserUrl(), secrets);
  lock.publish(cluster.port);
  configureEnv(folderEnv(folder, cluster.port));
}

/** For a command beside a running start: uses the database that is already there. False where there is none. */
export function attach(folder: string): boolean {
  const port = livingOwner(folder)?.databasePort;
  if (!port) return false;
  configureEnv(folderEnv(folder, port));
  return true;
}
