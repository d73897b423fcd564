import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type next from 'next';
import { env, exportForNext } from '#lib/platform/env';
import { dispatch } from '#lib/transport/dispatch';
import { checkout } from '#lib/transport/start/checkout';
import { Cleanup } from '#lib/transport/start/cleanup';
import { attach } from '#lib/transport/start/embedded';
import { createFrontServer } from '#lib/transport/start/front/front-server';
import { openProduct } from '#lib/transport/start/open-product';

/**
 * `without-middleware.ts <data folder>`: the same build on the same data as a running start, behind the same front
 * server, but with the middleware taken out. Whatever is still refused is refused by the pages themselves.
 */
const [folder = ''] = process.argv.slice(2);
const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void cleanup.run().then(() => process.exit(0)));
}
if (!attach(folder)) throw new Error(`Nothing runs on ${folder}.`);
exportForNext(false);
await openProduct(cleanup);
const dir = copyBuild();
cleanup.add(() => rmSync(dir, { recursive: true, force: true }));
const { default: createNext } = (await import('next')) as unknown as { default: typeof next };
const app = createNext({
  dev: false,
  dir,
  hostname: 'localhost',
  port: env().port,
  httpServer: createServer(),
});
await app.prepare();
cleanup.add(() => app.close());
const page = app.getRequestHandler();
const server = createFrontServer(env(), { dispatch, page: (request, response) => page(request, response) });
cleanup.add(() => server.closeAllConnections());
server.listen(env().port, '127.0.0.1', () => process.stdout.write('ready\n'));

/** Next finds its middleware in one manifest of the build: there it is taken out. */
function copyBuild(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'medisecure-no-middleware-'));
  const build = path.join(checkout, '.next');
  cpSync(build, path.join(copy, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== path.join(build, 'cache'),
  });
  for (const name of ['node_modules', 'lib']) symlinkSync(path.join(checkout, name), path.join(copy, name));
  for (const name of ['package.json', 'next.config.ts', 'tsconfig.json']) {
    cpSync(path.join(checkout, name), path.join(copy, name));
  }
  const manifest = path.join(copy, '.next/server/functions-config-manifest.json');
  const { version, functions } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (!('/_middleware' in functions)) throw new Error('The build has no middleware where it used to be.');
  const { '/_middleware': _, ...others } = functions;
  writeFileSync(manifest, JSON.stringify({ version, functions: others }));
  return copy;
}
