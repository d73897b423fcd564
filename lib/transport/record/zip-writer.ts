import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

/** Off the thread that answers others. */
const deflated = promisify<Uint8Array, Buffer>(deflateRaw);

const version = 20;
const isText = (path: string) => /\.(?:json|txt|html)$/.test(path);

/**
 * A ZIP, a file at a time: what has been written is kept nowhere but for its line in the directory. Lengths and checksums
 * stand before the bytes, as `zipEntries` reads them (APPNOTE.TXT 6.3.10, 4.3). What is packed already is packed no further.
 */
export class ZipWriter {
  readonly #directory: Bytes[] = [];
  readonly #day: number;
  #at = 0;

  /** @param day a ZIP's times have no zone; the day says enough */
  constructor(day: string) {
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    this.#day = ((year - 1980) << 9) | (month << 5) | date;
  }

  async add(path: string, bytes: Bytes): Promise<Bytes[]> {
    const packed = isText(path) ? Uint8Array.from(await deflated(bytes)) : bytes;
    const name = new TextEncoder().encode(path);
    const about = fields(24, [
      ...([2, version, 2, 0, 2, isText(path) ? 8 : 0, 2, 0, 2, this.#day] as const),
      ...([4, crc32(bytes), 4, packed.byteLength, 4, bytes.byteLength, 2, name.byteLength] as const),
    ]);
    const before = joined(fields(4, [4, 0x04_03_4b_50]), about, fields(2, []), name);
    // No extra field, no comment, no disk, no attributes.
    const line = [fields(6, [4, 0x02_01_4b_50, 2, version]), about, fields(12, []), fields(4, [4, this.#at])];
    this.#directory.push(joined(...line, name));
    this.#at += before.byteLength + packed.byteLength;
    return [before, packed];
  }

  end(): Bytes {
    const [count, lines] = [this.#directory.length, joined(...this.#directory)];
    const last = [4, 0x06_05_4b_50, 4, 0, 2, count, 2, count, 4, lines.byteLength, 4, this.#at, 2, 0];
    return joined(lines, fields(22, last));
  }
}

/** Numbers behind the number of their bytes, the least first. */
function fields(length: number, numbers: readonly number[]): Bytes {
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const [size, value = 0] = [numbers[index], numbers[index + 1]];
    if (size === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += size ?? 0;
  }
  return new Uint8Array(view.buffer);
}

const joined = (...parts: readonly Uint8Array[]): Bytes => Uint8Array.from(Buffer.concat(parts));
