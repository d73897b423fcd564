import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { asOperatorError, OperatorError } from '#lib/platform/operator-error';
import { fingerprint } from './fingerprint';

/** Makes the production build where there is none, or none of these sources. */
export async function ensureBuild(
  root: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const mark = path.join(root, '.next', 'medisecure-fingerprint');
  const wanted = await fingerprint(root);
  const made = existsSync(path.join(root, '.next', 'BUILD_ID'))
    ? await readFile(mark, 'utf8').catch(() => null)
    : null;
  if (made === wanted) return;
  say('Building the pages, once for these sources; this takes about half a minute.');
  // Gone first: a build that is cut short must not pass for a finished one.
  await rm(mark, { force: true });
  await build(root, signal);
  await writeFile(mark, wanted);
}

/** Quiet unless it fails: then the end of its output is the best explanation there is. */
async function build(root: string, signal: AbortSignal): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-8000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0)
    throw asOperatorError(new OperatorError(`The pages could not be built:\n${output.trim()}`), root);
}
