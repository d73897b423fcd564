import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../operator-error';
import { isRunning, processBirth, processCommand } from '../process-identity';
import { readPostmasterFile } from './postmaster-file';

/**
 * Stops a postmaster that outlived the process that started it. Call it only while holding the owner lock: a signal
 * to the postmaster of a living owner would end that clinic.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pid = readPostmasterFile(cluster)?.pid;
  // The number alone proves nothing after a reboot: it must be a postgres that was started on this very folder.
  if (!pid || !processBirth(pid) || !processCommand(pid).includes(cluster)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (!isRunning(pid) || !processBirth(pid)) return;
    await pause(50);
  }
  throw new OperatorError(`PostgreSQL (process ${pid}) does not stop: end it, then start again.`);
}
