import { BrokenImage } from './broken-image';
import { orientationTiff } from './orientation';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe's colour transform) change how the picture looks. */
const kept = new Set([0xe0, 0xe2, 0xee]);
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;
const comment = 0xfe;

/**
 * A JPEG without what tells of its maker: EXIF with its place, XMP, IPTC, previews, comments, and whatever stands behind
 * its end. Nothing is compressed anew. Which side is up is all that is kept of EXIF, in a block of our own.
 *
 * @throws BrokenImage
 */
export function stripJpeg(bytes: Uint8Array, orientation: number | undefined): Buffer {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.readUInt16BE(0) !== (0xff00 | startOfImage)) throw new BrokenImage();
  const parts = [view.subarray(0, 2), orientationBlock(orientation)];
  let at = 2;
  while (true) {
    const { marker, from, to } = segmentAt(view, at);
    if (marker === endOfImage) return Buffer.concat([...parts, view.subarray(from, to)]);
    const end = marker === startOfScan ? endOfScan(view, to) : to;
    if (isOfPicture(view, from, marker)) parts.push(view.subarray(from, end));
    at = end;
  }
}

function isOfPicture(view: Buffer, from: number, marker: number): boolean {
  if (isApplication(marker)) return kept.has(marker) && !isMultiPicture(view, from, marker);
  return marker !== comment;
}

/** Multi-picture format, also in APP2: it points to further pictures behind the end, which are cut off. */
const isMultiPicture = (view: Buffer, from: number, marker: number) =>
  marker === 0xe2 && view.subarray(from + 4, from + 8).toString('latin1') === 'MPF\0';

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

function segmentAt(view: Buffer, start: number): Segment {
  let from = start;
  // Any number of 0xff may stand before a marker (ITU T.81, B.1.1.2).
  while (view[from] === 0xff && view[from + 1] === 0xff) from += 1;
  const marker = view[from + 1];
  if (view[from] !== 0xff || marker === undefined || marker === 0) throw new BrokenImage();
  if (marker === endOfImage || isAlone(marker)) return { marker, from, to: from + 2 };
  if (from + 4 > view.byteLength) throw new BrokenImage();
  const to = from + 2 + view.readUInt16BE(from + 2);
  if (to > view.byteLength || to < from + 4) throw new BrokenImage();
  return { marker, from, to };
}

const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= startOfImage);

/** Behind the header of a scan come its data, in which 0xff is followed by 0x00 or by a restart marker. */
function endOfScan(view: Buffer, start: number): number {
  for (let at = view.indexOf(0xff, start); at !== -1; at = view.indexOf(0xff, at + 1)) {
    const next = view[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new BrokenImage();
}

function orientationBlock(orientation: number | undefined): Buffer {
  const tiff = orientationTiff(orientation);
  if (tiff.byteLength === 0) return tiff;
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.byteLength + 2, 2);
  return Buffer.concat([head, body]);
}
