import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { processBirth } from './process-identity';

const ownership = z.object({
  pid: z.number(),
  /** Guards against a recycled process number (see process-identity.ts); null once the owner has let go. */
  birth: z.string().nullable(),
  /** Where the owner's database listens, for a CLI that attaches to it. Null until it does. */
  databasePort: z.number().nullable(),
});
export type Ownership = z.infer<typeof ownership>;

export type OwnerLock =
  | { taken: false; owner: Ownership }
  | { taken: true; publish(databasePort: number): void; release(): void };

/**
 * Makes this process the folder's owner, or says who is. Each owner writes the file with the next number; making that
 * file is atomic (link fails where it exists), so of any number of heirs to a dead owner exactly one wins. The numbers
 * never go back while heirs may still look at an older one: an owner that leaves keeps its file and clears `birth`.
 */
export function takeOwnership(folder: string): OwnerLock {
  for (;;) {
    const last = lastOwner(folder);
    if (last && isAlive(last.owner)) return { taken: false, owner: last.owner };
    const number = (last?.number ?? 0) + 1;
    const mine: Ownership = { pid: process.pid, birth: processBirth(process.pid), databasePort: null };
    if (!claim(folder, number, mine)) continue;
    forgetOlder(folder, number);
    return {
      taken: true,
      publish: (databasePort) => replace(folder, number, { ...mine, databasePort }),
      release: () => replace(folder, number, { ...mine, birth: null }),
    };
  }
}

/** The living owner of the folder, if it has one. Touches nothing. */
export function livingOwner(folder: string): Ownership | null {
  const last = lastOwner(folder);
  return last && isAlive(last.owner) ? last.owner : null;
}

function isAlive(owner: Ownership): boolean {
  return owner.birth !== null && processBirth(owner.pid) === owner.birth;
}

const fileOf = (folder: string, number: number) => path.join(folder, `owner.${number}.json`);

function numbers(folder: string): number[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).map((name) => /^owner\.(\d+)\.json$/.exec(name)?.[1]);
  return names.flatMap((digits) => (digits ? [Number(digits)] : [])).sort((a, b) => a - b);
}

function lastOwner(folder: string): { number: number; owner: Ownership } | null {
  for (;;) {
    const number = numbers(folder).at(-1);
    if (number === undefined) return null;
    const text = readIfThere(fileOf(folder, number));
    // Gone between the two looks: a newer one has taken its place.
    if (text !== null) return { number, owner: ownership.parse(JSON.parse(text)) };
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Written whole under another name first, so that nobody ever reads half of it. */
function draft(folder: string, content: Ownership): string {
  const file = path.join(folder, `owner.draft.${process.pid}`);
  writeFileSync(file, JSON.stringify(content), { mode: 0o644 });
  return file;
}

function claim(folder: string, number: number, content: Ownership): boolean {
  const file = draft(folder, content);
  try {
    linkSync(file, fileOf(folder, number));
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(file, { force: true });
  }
}

function replace(folder: string, number: number, content: Ownership): void {
  renameSync(draft(folder, content), fileOf(folder, number));
}

function forgetOlder(folder: string, number: number): void {
  for (const older of numbers(folder)) {
    if (older < number) rmSync(fileOf(folder, older), { force: true });
  }
}
