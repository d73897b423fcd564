import { chownSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** PostgreSQL refuses to run as root; 65534 is `nobody` on every Linux and needs no account of its own. */
const nobody = 65534;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Spawn options under which PostgreSQL's programs agree to run. */
export function runAs(): { uid?: number; gid?: number; cwd: string } {
  const cwd = path.parse(process.execPath).root;
  return isRoot() ? { uid: nobody, gid: nobody, cwd } : { cwd };
}

/** True where an ordinary user cannot reach `file`, because a folder above it is closed to others. */
export function isPrivate(file: string): boolean {
  for (let folder = path.resolve(file); ; folder = path.dirname(folder)) {
    const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && (mode & 0o001) === 0) return true;
    if (folder === path.dirname(folder)) return false;
  }
}

/** Makes a folder for PostgreSQL's user alone. Parents stay open to it: `recursive` would close them too. */
export function makeClusterFolder(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  giveToCluster(folder);
}

export function giveToCluster(file: string): void {
  if (isRoot()) chownSync(file, nobody, nobody);
}
