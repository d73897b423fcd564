import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, open, realpath, unlink } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/** The facts that decide whether a KEK may be kept in this file. The environment is read elsewhere. */
export interface KekPlace {
  readonly path: string;
  /** Only when no key was ever wrapped: a new KEK beside old wrapped keys would hide that they are lost. */
  readonly mayCreate: boolean;
  readonly production: boolean;
  /** In production someone has to have said aloud that a file is what they want. */
  readonly allowedInProduction: boolean;
  /** The program's own folder: what stands there is tracked, copied into images and backed up with the code. */
  readonly checkout: string;
  /** Folders below it that version control ignores: the data folder. */
  readonly ignoredFolders: readonly string[];
}

/** The file may not hold a KEK, is missing or is damaged. The message is one sentence for the operator. */
export class KekFileRefused extends Error {
  override readonly name = 'KekFileRefused';
}

/** The 32 bytes of the key-encryption key, made first where that is allowed. @throws KekFileRefused */
export async function readKekFile(place: KekPlace): Promise<Buffer> {
  await checkPlace(place);
  const file = (await openExisting(place.path)) ?? (await create(place));
  try {
    await checkFile(file, place.path);
    return decode(await file.readFile('utf8'), place.path);
  } finally {
    await file.close();
  }
}

async function checkPlace(place: KekPlace): Promise<void> {
  if (place.production && !place.allowedInProduction) {
    throw new KekFileRefused('In production a key file is used only when that is explicitly allowed.');
  }
  const folder = await realFolder(place.path);
  const ignored = await Promise.all(place.ignoredFolders.map(real));
  const checkout = await real(place.checkout);
  const allowed = ignored.some(
    (data) => data !== checkout && isInside(data, checkout) && isInside(folder, data),
  );
  if (isInside(folder, checkout) && !allowed) {
    throw new KekFileRefused(`The key file ${place.path} would stand among the program's own files.`);
  }
}

async function openExisting(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    if (hasCode(error, 'ELOOP')) throw new KekFileRefused(`The key file ${path} is a symbolic link.`);
    throw new KekFileRefused(`The key file ${path} cannot be read.`);
  }
}

async function checkFile(file: FileHandle, path: string): Promise<void> {
  const { mode, uid, isFile } = await file.stat().then((stat) => ({ ...stat, isFile: stat.isFile() }));
  if (!isFile) throw new KekFileRefused(`The key file ${path} is not a plain file.`);
  if ((mode & 0o777) !== 0o600) throw new KekFileRefused(`The key file ${path} must have mode 0600.`);
  if (uid !== process.getuid?.()) throw new KekFileRefused(`The key file ${path} belongs to another user.`);
}

function decode(text: string, path: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text.trim()) || key.byteLength !== 32) {
    throw new KekFileRefused(`The key file ${path} does not hold 32 bytes in base64.`);
  }
  return key;
}

/** Written aside and linked into place: no reader sees half a key, and of two writers one key wins. */
async function create({ path, mayCreate }: KekPlace): Promise<FileHandle> {
  if (!mayCreate)
    throw new KekFileRefused(`The key file ${path} is missing; without it nothing can be opened.`);
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}`);
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.chmod(0o600);
    await file.sync();
    await link(aside, path).catch(ignoreExisting);
  } finally {
    await file.close();
    await unlink(aside);
  }
  await syncFolder(dirname(path));
  const created = await openExisting(path);
  if (!created) throw new KekFileRefused(`The key file ${path} vanished while it was made.`);
  return created;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  await folder.sync().finally(() => folder.close());
}

function ignoreExisting(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}

async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(dirname(path));
  } catch {
    throw new KekFileRefused(`The folder of the key file ${path} does not exist.`);
  }
}

const real = (path: string) => realpath(path).catch(() => path);

const isInside = (path: string, folder: string) => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
};

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
