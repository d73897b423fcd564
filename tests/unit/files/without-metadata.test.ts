import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { portraitOf } from '#lib/files/picture';
import { withoutMetadata } from '#lib/files/without-metadata';

const secret = 'SECRETPLACE';
const tail = Buffer.from(`PK\u0003\u0004${secret}`);
const kinds = ['jpeg', 'png', 'webp'] as const;

/** A picture of two colours that tells where it was taken, and has something else behind its end. */
async function telling(kind: (typeof kinds)[number], orientation?: number): Promise<Buffer> {
  const left = await sharp({ create: { width: 20, height: 30, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#00f' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withMetadata(orientation === undefined ? {} : { orientation })
    .withExif({ IFD0: { Copyright: secret }, IFD3: { GPSLatitude: '51/1 30/1 3230/100' } })
    .withXmp(
      `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta><?xpacket end="w"?>`,
    )
    [kind]()
    .toBuffer();
  return Buffer.concat([bytes, tail]);
}

const pixels = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer();

describe.each(kinds)('a %s', (kind) => {
  const type = `image/${kind}` as const;

  it('tells nothing any more, and shows the very same', async () => {
    const before = await telling(kind);
    expect(before.includes(secret)).toBe(true);
    const after = await withoutMetadata(before, type);
    expect(Buffer.from(after).includes(secret)).toBe(false);
    const { exif, xmp, iptc, format } = await sharp(after).metadata();
    expect([exif, xmp, iptc, format]).toEqual([undefined, undefined, undefined, kind]);
    expect(await pixels(after)).toEqual(await pixels(before.subarray(0, -tail.byteLength)));
  });

  it('keeps which side is up, and only that', async () => {
    const after = await withoutMetadata(await telling(kind, 6), type);
    expect(Buffer.from(after).includes(secret)).toBe(false);
    expect((await sharp(after).metadata()).orientation).toBe(6);
    // Done twice it is the same: there is nothing left to take.
    expect(Buffer.from(await withoutMetadata(after, type))).toEqual(Buffer.from(after));
  });

  it('is refused where it ends too early', async () => {
    const bytes = (await telling(kind)).subarray(0, -tail.byteLength);
    for (const length of [12, 40, Math.floor(bytes.byteLength / 2), bytes.byteLength - 3]) {
      await expect(withoutMetadata(bytes.subarray(0, length), type)).rejects.toMatchObject({
        name: 'BrokenImage',
      });
    }
  });

  it('becomes a small upright portrait that tells nothing', async () => {
    const portrait = await portraitOf(await telling(kind, 6));
    const { width, height, format, exif, xmp, orientation } = await sharp(portrait).metadata();
    expect([width, height, format, exif, xmp, orientation]).toEqual([
      256,
      256,
      'webp',
      undefined,
      undefined,
      undefined,
    ]);
    expect(portrait.includes(secret)).toBe(false);
  });
});

it('what is no image is kept to the byte, and what only says so is refused', async () => {
  const text = Buffer.from('<5 mmol/L');
  expect(await withoutMetadata(text, 'text/plain')).toBe(text);
  await expect(portraitOf(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).rejects.toMatchObject({
    name: 'BrokenImage',
  });
});
