import { livingOwner } from '#lib/platform/owner-lock';
import type { Cleanup } from './cleanup';
import { attach, embeddedFolder, holdFolder, startEmbedded } from './embedded';
import { openProduct } from './open-product';

const startingMilliseconds = 30_000;

/**
 * Opens the product for a command: on the operator's database, on the embedded one of a running start, or on an
 * embedded one of its own where nothing runs. `lost` is called if that one ever dies.
 */
export async function openBeside(cleanup: Cleanup, lost: () => void): Promise<void> {
  const folder = await embeddedFolder();
  if (folder && !(await attachOnceStarted(folder))) {
    await startEmbedded(holdFolder(folder, cleanup), cleanup, lost);
  }
  await openProduct(cleanup);
}

/** A start that is under way has the folder before it has a database: waits for it. */
async function attachOnceStarted(folder: string): Promise<boolean> {
  for (let waited = 0; waited < startingMilliseconds && livingOwner(folder); waited += 100) {
    if (attach(folder)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
