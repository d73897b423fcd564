import { BrokenImage } from './broken-image';
import { orientationTiff } from './orientation';

const headBytes = 12;
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that announce EXIF and XMP (RFC 9649, 2.7.1.4). */
const exifBit = 0b0000_1000;
const xmpBit = 0b0000_0100;

/**
 * A WebP without XMP and what stands behind its end, and of EXIF nothing but which side is up.
 * @throws BrokenImage
 */
export function stripWebp(bytes: Uint8Array, orientation: number | undefined): Buffer {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.byteLength >= headBytes ? view.readUInt32LE(4) + 8 : Number.POSITIVE_INFINITY;
  if (size > view.byteLength) throw new BrokenImage();
  const tiff = orientationTiff(orientation);
  const parts: Buffer[] = [];
  let at = headBytes;
  while (at + 8 <= size) {
    const length = view.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > size) throw new BrokenImage();
    if (kept.has(fourCc(view, at))) parts.push(chunkAt(view, at, end, tiff.byteLength > 0));
    at = end;
  }
  if (parts.length === 0) throw new BrokenImage();
  if (tiff.byteLength > 0) parts.push(exifChunk(tiff));
  const body = Buffer.concat([view.subarray(8, headBytes), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.byteLength, 4);
  return Buffer.concat([head, body]);
}

const fourCc = (view: Buffer, at: number) => view.subarray(at, at + 4).toString('latin1');

function chunkAt(view: Buffer, at: number, end: number, hasExif: boolean): Buffer {
  const chunk = Buffer.from(view.subarray(at, end));
  if (fourCc(view, at) !== 'VP8X' || chunk.byteLength <= 8) return chunk;
  chunk[8] = ((chunk[8] ?? 0) & ~(exifBit | xmpBit)) | (hasExif ? exifBit : 0);
  return chunk;
}

/** An even number of bytes, as the block of an orientation is. */
function exifChunk(tiff: Buffer): Buffer {
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(tiff.byteLength, 4);
  return Buffer.concat([head, tiff]);
}
