import sharp from 'sharp';
import { BrokenImage } from './broken-image';

const side = 256;
const mostPixels = 100_000_000;

/** A square portrait, upright, made anew: of the file that came nothing is left but what it shows. @throws BrokenImage */
export async function portraitOf(bytes: Uint8Array): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, pages: 1 })
      .rotate()
      .resize(side, side, { fit: 'cover', position: 'attention' })
      .webp({ quality: 85 })
      .toBuffer();
  } catch {
    throw new BrokenImage();
  }
}
