import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SealBroken } from '#lib/crypto/crypto-errors';
import { KekFileRefused, type KekPlace } from '#lib/crypto/providers/kek-file';
import { localFileProvider } from '#lib/crypto/providers/local-file';
import { withFlippedBit } from './ring-fixture';

const aad = Buffer.from('row');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'medisecure kek '));
  await mkdir(join(folder, 'checkout', '.data'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

function place(changes: Partial<KekPlace> = {}): KekPlace {
  const checkout = join(folder, 'checkout');
  return {
    path: join(folder, 'kek'),
    mayCreate: true,
    production: false,
    allowedInProduction: false,
    checkout,
    ignoredFolders: [join(checkout, '.data')],
    ...changes,
  };
}

const refusal = (changes: Partial<KekPlace>) =>
  expect(localFileProvider(place(changes))).rejects.toThrow(KekFileRefused);

describe('a key file', () => {
  it('is made once, whole, for its owner only', async () => {
    await Promise.all(Array.from({ length: 8 }, () => localFileProvider(place())));
    expect((await stat(place().path)).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readFile(place().path, 'utf8'), 'base64')).toHaveLength(32);
    expect(await readdir(folder)).toEqual(['checkout', 'kek']);
  });

  it('made by the first of two starts serves the second', async () => {
    const [one, other] = await Promise.all([localFileProvider(place()), localFileProvider(place())]);
    const wrapped = await one.wrap(Buffer.from('a ring key'), aad);
    expect((await other.unwrap(wrapped, aad)).toString()).toBe('a ring key');
    const later = await localFileProvider(place({ mayCreate: false }));
    expect((await later.unwrap(wrapped, aad)).toString()).toBe('a ring key');
  });

  it('that is missing is not replaced where keys were wrapped before', () => refusal({ mayCreate: false }));

  it.each([0o640, 0o604, 0o644, 0o660, 0o700, 0o400, 0o777])('with mode %o is refused', async (mode) => {
    await localFileProvider(place());
    await chmod(place().path, mode);
    await refusal({});
  });

  it('of another user is refused', async () => {
    await localFileProvider(place());
    const another = (process.getuid?.() ?? 0) + 1;
    vi.spyOn(process, 'getuid').mockReturnValue(another);
    await refusal({});
    vi.restoreAllMocks();
  });

  it('that is a link, a folder or no key is refused', async () => {
    await localFileProvider(place());
    await symlink(place().path, join(folder, 'link'));
    await refusal({ path: join(folder, 'link') });
    await refusal({ path: join(folder, 'checkout') });
    for (const text of [
      '',
      'secret',
      Buffer.alloc(31).toString('base64'),
      Buffer.alloc(33).toString('base64'),
    ]) {
      await writeFile(join(folder, 'bad'), text, { mode: 0o600 });
      await refusal({ path: join(folder, 'bad') });
    }
  });

  it('stands in no tracked folder, also through a link, but in the data folder', async () => {
    const checkout = place().checkout;
    await refusal({ path: join(checkout, 'kek') });
    await refusal({ path: join(checkout, '.data', '..', 'kek') });
    await refusal({ path: join(checkout, 'kek'), ignoredFolders: [checkout, folder] });
    await symlink(checkout, join(folder, 'alias'));
    await refusal({ path: join(folder, 'alias', 'kek') });
    await refusal({ path: join(folder, 'nowhere', 'kek') });
    await expect(localFileProvider(place({ path: join(checkout, '.data', 'kek') }))).resolves.toBeDefined();
  });

  it('serves production only when that is said aloud', async () => {
    await refusal({ production: true });
    await expect(
      localFileProvider(place({ production: true, allowedInProduction: true })),
    ).resolves.toBeDefined();
  });
});

describe('a wrapped key', () => {
  it('unwraps only whole and in its own context', async () => {
    const provider = await localFileProvider(place());
    const wrapped = await provider.wrap(Buffer.alloc(32, 7), aad);
    expect(await provider.unwrap(wrapped, aad)).toEqual(Buffer.alloc(32, 7));
    await expect(provider.unwrap(wrapped, Buffer.from('other'))).rejects.toThrow(SealBroken);
    for (let index = 0; index < wrapped.byteLength; index += 1) {
      await expect(provider.unwrap(withFlippedBit(wrapped, index), aad)).rejects.toThrow(SealBroken);
      await expect(provider.unwrap(wrapped.subarray(0, index), aad)).rejects.toThrow(SealBroken);
    }
  });

  it('does not unwrap with another KEK', async () => {
    const wrapped = await (await localFileProvider(place())).wrap(Buffer.alloc(32, 7), aad);
    const other = await localFileProvider(place({ path: join(folder, 'other') }));
    await expect(other.unwrap(wrapped, aad)).rejects.toThrow(SealBroken);
  });
});
