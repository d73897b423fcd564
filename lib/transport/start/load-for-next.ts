import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Opens the product from its sources: a bundle has no place for a database's binaries and its migrations. */
export async function loadForNext(): Promise<void> {
  const tsx: typeof import('tsx/esm/api') = await import(/* turbopackIgnore: true */ 'tsx/esm/api');
  tsx.register();
  const source = pathToFileURL(path.resolve('lib/transport/start/open-for-next.ts')).href;
  const { openForNext } = await import(/* turbopackIgnore: true */ source);
  await openForNext();
}
