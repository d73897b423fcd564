import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isPrivate, isRoot } from './embedded-postgres/run-as';
import { OperatorError } from './operator-error';
import { randomSecret } from './random-secret';

/** Where an installation keeps what it must not lose when no database of its own was given to it. */
export async function dataFolder(checkout: string, chosen: string | undefined): Promise<string> {
  const folder = path.resolve(checkout, chosen ?? '.data');
  if (!isRoot() || !isPrivate(path.dirname(folder))) return folder;
  if (chosen !== undefined) {
    throw new OperatorError(
      `Started by root, PostgreSQL runs as an ordinary user who cannot reach ${folder}: set MEDISECURE_DATA_DIR to a folder outside private ones.`,
    );
  }
  return path.join('/var/lib/medisecure', (await sha256Hex(checkout)).slice(0, 8));
}

/** Made for its owner alone; root leaves it passable, because PostgreSQL's user must get to its own folder inside. */
export function makeDataFolder(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode: isRoot() ? 0o711 : 0o700 });
  mkdirSync(path.join(folder, 'secrets'), { recursive: true, mode: 0o700 });
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
