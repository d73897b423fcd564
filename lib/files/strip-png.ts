import { crc32 } from 'node:zlib';
import { BrokenImage } from './broken-image';
import { orientationTiff } from './orientation';

const signatureBytes = 8;

/** What a picture of any kind needs; the rest tells of its maker (PNG 3rd edition, 11; APNG included). */
const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/**
 * A PNG without texts, times and what stands behind its end, and of EXIF nothing but which side is up.
 * @throws BrokenImage
 */
export function stripPng(bytes: Uint8Array, orientation: number | undefined): Buffer {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [view.subarray(0, signatureBytes)];
  for (let at = signatureBytes; at + 12 <= view.byteLength; ) {
    const end = at + 12 + view.readUInt32BE(at);
    if (end > view.byteLength) break;
    const type = view.subarray(at + 4, at + 8).toString('latin1');
    if (kept.has(type)) parts.push(view.subarray(at, end));
    if (type === 'IHDR') parts.push(orientationChunk(orientation));
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  throw new BrokenImage();
}

function orientationChunk(orientation: number | undefined): Buffer {
  const tiff = orientationTiff(orientation);
  if (tiff.byteLength === 0) return tiff;
  const body = Buffer.concat([Buffer.from('eXIf', 'latin1'), tiff]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(tiff.byteLength);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
