import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestPath, signaturePath } from '#lib/archive/manifest';
import { type Published, verifyArchive } from '#lib/archive/verify-archive';
import { buildArchive } from '#lib/transport/record/build-archive';
import { joined } from '../../harness/joined';

const issuer = 'https://clinic.example';

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { secret: privateKey, published: { kty: 'OKP', crv: 'Ed25519', x, kid: x } };
}
const [own, other] = [newKey(), newKey()];
const trusted: Published = { issuer, keys: [own.published] };
const content: Record<string, Uint8Array<ArrayBuffer>> = {
  'bundle.json': strToU8(JSON.stringify({ resourceType: 'Bundle', entry: 'x'.repeat(5000) })),
  'record.pdf': Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256),
  'documents/a.txt': strToU8('a letter'),
};
const build = (secret: KeyObject, kid: string) =>
  joined(
    buildArchive(
      Object.entries(content).map(([path, bytes]) => ({ path, bytes })),
      {
        ...{ issuer, created_at: '2026-01-05T09:00:00Z', record_number: '7', key_id: kid },
        sign: (bytes) => Uint8Array.from(sign(null, bytes, secret)),
      },
    ),
  );

let zip: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  zip = await build(own.secret, own.published.kid);
});
/** The same files packed anew after a change, as whoever forges would pack them. */
function forged(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(zip);
  change(files);
  return zipSync(files as Zippable);
}
function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}

describe('an archive', () => {
  it('is valid as it was written, with what it says of itself', async () => {
    expect(await verifyArchive(zip, trusted)).toMatchObject({
      state: 'valid',
      manifest: { issuer, record_number: '7', key_id: own.published.kid },
    });
  });

  it('is a ZIP that others unpack to the same bytes', () => {
    expect(unzipSync(zip)).toMatchObject(content);
  });

  it('asks for a file when the one before it has been taken, and signs last', async () => {
    const asked: string[] = [];
    async function* files() {
      for (const [path, bytes] of Object.entries(content)) {
        asked.push(path);
        yield { path, bytes };
      }
    }
    const signed: string[] = [];
    const pieces = buildArchive(files(), {
      ...{
        issuer,
        created_at: '2026-01-05T09:00:00Z',
        record_number: '7',
        key_id: 'k',
      },
      sign: (bytes) => {
        signed.push('signed');
        return Uint8Array.from(sign(null, bytes, own.secret));
      },
    });
    await pieces.next();
    await pieces.next();
    expect(asked).toEqual(['bundle.json']);
    await pieces.next();
    expect(asked).toEqual(['bundle.json', 'record.pdf']);
    for (let index = 0; index < 3; index++) await pieces.next();
    expect([asked, signed]).toEqual([Object.keys(content), []]);
    await joined(pieces);
    expect(signed).toEqual(['signed']);
  });
  it('is valid packed anew, by other means, with the same bytes', async () => {
    expect(
      (
        await verifyArchive(
          forged(() => undefined),
          trusted,
        )
      ).state,
    ).toBe('valid');
  });
  it('names the file in which any one bit is another', async () => {
    const places = Object.entries(content).flatMap(([path, { length }]) => ({ path, length }));
    const place = fc
      .constantFrom(...places)
      .chain(({ path, length }) => fc.record({ path: fc.constant(path), at: fc.nat(length - 1) }));
    await fc.assert(
      fc.asyncProperty(place, fc.nat(7), async ({ path, at }, bit) => {
        const changed = forged((files) => {
          files[path] = flipped(files[path] as Uint8Array, at, bit);
        });
        expect(await verifyArchive(changed, trusted)).toMatchObject({
          state: 'changed',
          differences: [{ path, fault: 'changed' }],
        });
      }),
      { numRuns: 60 },
    );
  });
  it.each([manifestPath, signaturePath])('is refused for any one bit of %s', async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (place, bit) => {
        const changed = forged((files) => {
          const bytes = files[path] as Uint8Array;
          files[path] = flipped(bytes, place % bytes.length, bit);
        });
        expect((await verifyArchive(changed, trusted)).state).toBe('refused');
      }),
      { numRuns: 60 },
    );
  });
  it('with any bit of the ZIP itself another is never valid with other files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (place, bit) => {
        const changed = flipped(zip, place % zip.length, bit);
        if ((await verifyArchive(changed, trusted)).state !== 'valid') return;
        const files = unzipSync(changed);
        for (const [path, bytes] of Object.entries(content)) expect(files[path]).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });
  it('names what was taken out and what was put in', async () => {
    const changed = forged((files) => {
      delete files['record.pdf'];
      files['record-new.pdf'] = strToU8('x');
    });
    expect(await verifyArchive(changed, trusted)).toMatchObject({
      state: 'changed',
      differences: [
        { path: 'record.pdf', fault: 'missing' },
        { path: 'record-new.pdf', fault: 'extra' },
      ],
    });
  });
  it('of another key is refused, whatever name that key bears', async () => {
    const byOther = await build(other.secret, other.published.kid);
    expect(await verifyArchive(byOther, trusted)).toEqual({ state: 'refused', why: 'key' });
    const inOurName = await build(other.secret, own.published.kid);
    expect(await verifyArchive(inOurName, trusted)).toEqual({ state: 'refused', why: 'signature' });
  });
  it('of another issuer is refused', async () => {
    const elsewhere = { ...trusted, issuer: 'https://elsewhere.example' };
    expect(await verifyArchive(zip, elsewhere)).toEqual({ state: 'refused', why: 'issuer' });
  });
  it('whose list was written anew is refused', async () => {
    const changed = forged((files) => {
      const text = strFromU8(files[manifestPath] as Uint8Array);
      files[manifestPath] = strToU8(text.replace('"record_number": "7"', '"record_number": "8"'));
    });
    expect(await verifyArchive(changed, trusted)).toEqual({ state: 'refused', why: 'signature' });
  });
});
