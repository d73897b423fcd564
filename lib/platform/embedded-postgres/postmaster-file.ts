import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL says of itself in `postmaster.pid`: line 1 is its process, line 8 its state (as pg_ctl reads it). */
export interface PostmasterFile {
  pid: number;
  ready: boolean;
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}
