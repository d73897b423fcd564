import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Says when process `pid` began, in a text that no later process with the same number shares.
 * Null where there is no such process, or where it has ended and only waits for its parent.
 */
export function processBirth(pid: number): string | null {
  if (!isRunning(pid)) return null;
  if (process.platform === 'linux') return linuxBirth(pid);
  if (process.platform === 'win32') return 'unknown';
  return askPs(pid, 'lstart=') || null;
}

/** The command line of a living process; empty where it cannot be read. */
export function processCommand(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=');
  return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? '';
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** proc(5): field 22 counts ticks since boot, so the boot's id belongs to it. The name may hold spaces. */
function linuxBirth(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot}/${fields[19]}`;
}

function askPs(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
