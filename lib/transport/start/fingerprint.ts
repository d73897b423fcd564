import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Everything that `next build` reads of ours and that changes what runs: not tests and documents, and not
 * tsconfig.json, which Next itself rewrites while it builds.
 */
const sources = [
  ...['app', 'components', 'lib', 'db', 'public'],
  ...['middleware.ts', 'instrumentation.ts', 'next.config.ts', 'postcss.config.mjs'],
  ...['package.json', 'package-lock.json'],
];

/** One hash of all sources' names and contents: it changes exactly when the build may be another one. */
export async function fingerprint(root: string): Promise<string> {
  const files = (await Promise.all(sources.map((name) => filesBelow(path.join(root, name))))).flat().sort();
  const parts = await Promise.all(
    files.map(async (file) => `${path.relative(root, file)} ${await hash(await readFile(file))}\n`),
  );
  return hash(Buffer.from(`${process.version}\n${parts.join('')}`));
}

async function filesBelow(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(notAFolder);
  if (entries === 'file') return [place];
  if (entries === 'missing') return [];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function notAFolder(error: NodeJS.ErrnoException): 'file' | 'missing' {
  if (error.code === 'ENOTDIR') return 'file';
  if (error.code === 'ENOENT') return 'missing';
  throw error;
}

async function hash(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bytes))).toString('hex');
}
