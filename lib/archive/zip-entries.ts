import { mostArchiveFiles } from './manifest';

/** Where a file lies in a ZIP, still packed. */
export interface ZipEntry {
  readonly path: string;
  /** Unpacked, as the ZIP says: nothing is allocated for it before the signature has been checked. */
  readonly size: number;
  readonly isPacked: boolean;
  readonly packed: Uint8Array;
}

const endBytes = 22;
const centralBytes = 46;
const localBytes = 30;
const utf8Names = 0x08_00;
/** No segment begins with a point, so none leads out of the folder that it is unpacked to (CWE-22). */
const safePath = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const longestPath = 200;

/**
 * The entries of a ZIP as we write it, or null. Two readers of a loose ZIP may see two contents (a second directory, bytes
 * between entries, headers that disagree); so nothing is taken here that could be read in another way
 * (APPNOTE.TXT 6.3.10, 4.3).
 */
export function zipEntries(zip: Uint8Array): ZipEntry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = directoryOf(view);
  if (!directory) return null;
  const entries: ZipEntry[] = [];
  let [at, end] = [directory.start, 0];
  for (let index = 0; index < directory.count; index++) {
    const read = entryAt(view, zip, at, end, directory);
    if (!read) return null;
    entries.push(read.entry);
    [at, end] = [read.next, read.end];
  }
  const isWhole = at === zip.byteLength - endBytes && end === directory.start;
  return isWhole && areDistinct(entries) ? entries : null;
}

interface Directory {
  readonly start: number;
  readonly count: number;
}

function directoryOf(view: DataView): Directory | null {
  const end = view.byteLength - endBytes;
  if (end < 0 || view.getUint32(end, true) !== 0x06_05_4b_50) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const agrees =
    view.getUint32(end + 4, true) === 0 &&
    view.getUint16(end + 8, true) === count &&
    start + view.getUint32(end + 12, true) === end &&
    view.getUint16(end + 20, true) === 0;
  return agrees && count <= mostArchiveFiles ? { start, count } : null;
}

function entryAt(view: DataView, zip: Uint8Array, at: number, from: number, { start }: Directory) {
  if (at + centralBytes > view.byteLength || view.getUint32(at, true) !== 0x02_01_4b_50) return null;
  const nameLength = view.getUint16(at + 28, true);
  const [method, packedSize] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
  const data = from + localBytes + nameLength;
  const path = pathAt(zip, at + centralBytes, nameLength);
  const isRead =
    (method === 0 || method === 8) &&
    (view.getUint16(at + 8, true) & ~utf8Names) === 0 &&
    hasNoMore(view, at) &&
    view.getUint32(at + 42, true) === from &&
    data + packedSize <= start &&
    path !== null &&
    sameAsLocal(view, zip, at, from, nameLength);
  if (!isRead) return null;
  const packed = zip.subarray(data, data + packedSize);
  const entry = { path, size: view.getUint32(at + 24, true), isPacked: method === 8, packed };
  return { entry, next: at + centralBytes + nameLength, end: data + packedSize };
}

/** No extra field, no comment, no other disk, no attributes: links and devices have some. */
function hasNoMore(view: DataView, at: number): boolean {
  const { buffer, byteOffset } = view;
  return new Uint8Array(buffer, byteOffset + at + 30, 12).every((byte) => byte === 0);
}

/** The header before the data says what the directory says: version needed to length of name, and the name. */
function sameAsLocal(view: DataView, zip: Uint8Array, at: number, from: number, nameLength: number): boolean {
  if (view.getUint32(from, true) !== 0x04_03_4b_50) return false;
  const same = (central: number, local: number, length: number) =>
    zip
      .subarray(at + central, at + central + length)
      .every((byte, index) => byte === zip[from + local + index]);
  return (
    same(6, 4, 24) && view.getUint16(from + 28, true) === 0 && same(centralBytes, localBytes, nameLength)
  );
}

function pathAt(zip: Uint8Array, at: number, length: number): string | null {
  if (length > longestPath) return null;
  const path = new TextDecoder().decode(zip.subarray(at, at + length));
  return safePath.test(path) ? path : null;
}

/** Some file systems know no capitals: there the second would take the first one's place. */
const areDistinct = (entries: readonly ZipEntry[]) =>
  new Set(entries.map(({ path }) => path.toLowerCase())).size === entries.length;
