import sharp from 'sharp';
import { BrokenImage } from './broken-image';
import type { MediaType } from './file-kind';
import { stripJpeg } from './strip-jpeg';
import { stripPng } from './strip-png';
import { stripWebp } from './strip-webp';

/** What decodes to more than this is no photograph but a trap for whoever looks at it. */
const mostPixels = 100_000_000;

/**
 * The file as it is kept: of an image nothing but the image. Where it was taken, by what and when is nobody's business.
 * @throws BrokenImage for an image that cannot be read
 */
export async function withoutMetadata(bytes: Uint8Array, type: MediaType): Promise<Uint8Array> {
  if (type === 'application/pdf' || type === 'text/plain') return bytes;
  const orientation = await orientationOf(bytes);
  try {
    if (type === 'image/jpeg') return stripJpeg(bytes, orientation);
    return type === 'image/png' ? stripPng(bytes, orientation) : stripWebp(bytes, orientation);
  } catch (error) {
    throw error instanceof RangeError ? new BrokenImage() : error;
  }
}

async function orientationOf(bytes: Uint8Array): Promise<number | undefined> {
  const { orientation } = await sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => {
      throw new BrokenImage();
    });
  return orientation;
}
