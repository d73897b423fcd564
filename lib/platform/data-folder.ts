import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isPrivate, isRoot } from './embedded-postgres/run-as';
import { OperatorError } from './operator-error';
import { randomSecret } from './random-secret';

/**
 * Where an installation keeps what it must not lose when no database of its own was given to it. Touches nothing.
 * @throws OperatorError where no such folder can be
 */
export async function dataFolder(checkout: string, chosen: string | undefined): Promise<string> {
  const folder = path.resolve(checkout, chosen ?? '.data');
  assertNoFile(folder);
  if (!isRoot() || !isPrivate(path.dirname(folder))) return folder;
  if (chosen !== undefined) {
    throw new OperatorError(
      `Started by root, PostgreSQL runs as an ordinary user who cannot reach ${folder}: set MEDISECURE_DATA_DIR to a folder outside private ones.`,
    );
  }
  return path.join('/var/lib/medisecure', (await sha256Hex(checkout)).slice(0, 8));
}

/**
 * Made for its owner alone; root leaves it passable, because PostgreSQL's user must get to its own folder inside.
 * @throws OperatorError where the system makes no folders
 */
export function makeDataFolder(folder: string): void {
  makeFolder(path.dirname(folder), 0o777);
  makeFolder(folder, isRoot() ? 0o711 : 0o700);
  makeFolder(path.join(folder, 'secrets'), 0o700);
}

/** What making a folder answers in a file system such as /proc. Rights and space have sentences of their own. */
const impossible = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL']);

/** Parents first. Node's own `recursive` never returns below /proc, where making a folder is answered by ENOENT. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), 0o777);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return; // another start was faster
    if (!impossible.has(code)) throw error;
    throw new OperatorError(
      `No folder can be made at ${folder}: set MEDISECURE_DATA_DIR to a place on an ordinary disk.`,
    );
  }
}

function assertNoFile(folder: string): void {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = statOf(at);
    if (found && !found.isDirectory()) {
      throw new OperatorError(`${at} is not a folder: set MEDISECURE_DATA_DIR to another place.`);
    }
    if (found || at === path.dirname(at)) return;
  }
}

/** Below a file there is nothing, which the system tells in another way than a missing folder. */
function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A secret that the first start makes and every later one finds again. Written whole before it gets its name. */
export function persistedSecret(folder: string, name: string): string {
  const file = path.join(folder, 'secrets', name);
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomSecret(), { mode: 0o600, flush: true });
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8');
}

async function sha256Hex(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
}
