import { deflateRawSync } from 'node:zlib';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpacked } from '#lib/archive/unpacked';
import { zipEntries } from '#lib/archive/zip-entries';

const zip = zipSync({ 'a.txt': strToU8('first'), 'folder/b.txt': [strToU8('second'), { level: 0 }] });
const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

describe('the entries of a ZIP', () => {
  it('are those that it was written with', () => {
    expect(zipEntries(zip)?.map(({ path, size }) => [path, size])).toEqual([
      ['a.txt', 5],
      ['folder/b.txt', 6],
    ]);
  });

  it.each([
    ['../a', '../a'],
    ['a/../b', 'a/../b'],
    ['/a', '/a'],
    ['C:a', 'C:a'],
    ['a\\b', 'a\\b'],
    ['.hidden', '.hidden'],
    ['a folder', 'a/'],
    ['a control character', 'a\u0000b'],
    ['a letter that looks like another', 'bundle.jsοn'],
    ['a long path', 'a'.repeat(201)],
  ])('lead out of no folder and look like no other: %s', (_, path) => {
    expect(zipEntries(zipSync({ [path]: strToU8('x') }))).toBeNull();
  });

  it('have names that are distinct without their capitals', () => {
    expect(zipEntries(zipSync({ 'a.txt': strToU8('1'), 'A.TXT': strToU8('2') }))).toBeNull();
  });

  it.each([
    ['bytes before', joined(strToU8('x'), zip)],
    ['bytes behind', joined(zip, strToU8('x'))],
    ['a second directory', joined(zip, zip)],
    ['its end alone', zip.subarray(zip.length - 22)],
    ['its beginning alone', zip.subarray(0, 40)],
    ['nothing', new Uint8Array()],
    ['a link', zipSync({ 'a.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })],
    ['a comment', zipSync({ 'a.txt': [strToU8('1'), { comment: 'x' }] })],
    ['an extra field', zipSync({ 'a.txt': [strToU8('1'), { extra: { 1: strToU8('x') } }] })],
  ])('are read from nothing that could be read in another way: %s', (_, bytes) => {
    expect(zipEntries(bytes)).toBeNull();
  });

  it('are the same in both of its lists', () => {
    const other = Uint8Array.from(zip);
    other[30] = 'c'.charCodeAt(0); // the name before the data, not the one in the directory
    expect(zipEntries(other)).toBeNull();
  });
});

describe('a packed file', () => {
  const packedAs = (bytes: Uint8Array, size: number) => ({ path: 'a', size, isPacked: true, packed: bytes });

  it('gives its bytes', () => {
    expect(unpacked(packedAs(deflateSync(strToU8('text')), 4), 4)).toEqual(strToU8('text'));
  });

  it('gives nothing where it holds more, or less, than it may, or is no file', () => {
    const packed = deflateSync(new Uint8Array(1000));
    expect(unpacked(packedAs(packed, 999), 999)).toBeNull();
    expect(unpacked(packedAs(packed, 1001), 1001)).toBeNull();
    expect(unpacked(packedAs(packed.subarray(0, 5), 1000), 1000)).toBeNull();
    expect(unpacked(packedAs(Uint8Array.of(255, 255, 255), 3), 3)).toBeNull();
  });

  it('that would fill the memory is left at its first step', () => {
    const zeros = new Uint8Array(256_000_000);
    const bomb = deflateRawSync(zeros, { level: 1 });
    const before = process.memoryUsage().arrayBuffers;
    expect(unpacked(packedAs(bomb, 10), 10)).toBeNull();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
    expect(zeros).toHaveLength(256_000_000); // Kept until here: what it frees would hide what the other one takes.
  });
});
