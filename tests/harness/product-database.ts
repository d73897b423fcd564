import { readFileSync } from 'node:fs';
import path from 'node:path';
import { livingOwner } from '#lib/platform/owner-lock';
import { folderSecrets } from '#lib/transport/start/folder-secrets';
import type { Product } from './product';

/** The database of a running product, past every policy. */
export function superuserUrlOf({ environment }: Product): string {
  const folder = environment.MEDISECURE_DATA_DIR ?? '';
  const port = livingOwner(folder)?.databasePort ?? 0;
  const password = readFileSync(path.join(folder, 'secrets/database-superuser'), 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${port}/${folderSecrets(folder).database}`;
}
