import { beforeEach, describe, expect, it } from 'vitest';
import { KeysNotLoaded, UnknownKeyVersion } from '#lib/crypto/crypto-errors';
import { KeyRing, keyRing } from '#lib/crypto/key-ring';
import { newRingKey } from '#lib/crypto/ring-key-row';
import { open, seal } from '#lib/crypto/seal';
import { newId } from '#lib/platform/ids';
import { loadedRing, plainProvider, type RingFixture } from './ring-fixture';

const row = newId('users');
let fixture: RingFixture;

beforeEach(async () => {
  fixture = await loadedRing();
});

describe('fresh', () => {
  it('loads nothing inside the hour, and again after it', async () => {
    fixture.now = fixture.now.add({ minutes: 59, seconds: 59 });
    await keyRing.fresh();
    expect(fixture.loads).toBe(1);
    fixture.now = fixture.now.add({ seconds: 1 });
    await Promise.all([keyRing.fresh(), keyRing.fresh(), keyRing.fresh()]);
    expect(fixture.loads).toBe(2);
  });

  it('loads again when the clock stepped back', async () => {
    fixture.now = fixture.now.subtract({ seconds: 1 });
    await keyRing.fresh();
    expect(fixture.loads).toBe(2);
  });

  it('refuses when stale keys cannot be loaded anew, and recovers', async () => {
    fixture.now = fixture.now.add({ hours: 2 });
    const [first] = fixture.rows;
    if (!first) throw new Error('no rows');
    fixture.rows = [{ ...first, provider: 'another' }];
    await expect(keyRing.fresh()).rejects.toThrow(KeysNotLoaded);
    await expect(keyRing.fresh()).rejects.toThrow(KeysNotLoaded);
    fixture.rows = [first];
    await expect(keyRing.fresh()).resolves.toBeUndefined();
  });

  it('refuses before it is configured', async () => {
    await expect(new KeyRing().fresh()).rejects.toThrow(KeysNotLoaded);
    expect(() => new KeyRing().current('pii')).toThrow(KeysNotLoaded);
  });
});

describe('reload', () => {
  it('begins after the call, also while another load is under way, and once for all who wait', async () => {
    const before = fixture.loads;
    await Promise.all([keyRing.reload(), keyRing.reload(), keyRing.reload()]);
    expect(fixture.loads).toBe(before + 2);
  });

  it('starts a new generation', async () => {
    const { generation } = keyRing;
    await keyRing.reload();
    expect(keyRing.generation).toBe(generation + 1);
  });
});

describe('a second version', () => {
  it('seals from then on, and the first still opens', async () => {
    const old = seal('users.email', row, 'old');
    fixture.rows = [...fixture.rows, await newRingKey('pii', plainProvider, 258)];
    await keyRing.reload();
    const young = seal('users.email', row, 'young');
    expect([...young.subarray(2, 4)]).toEqual([1, 2]);
    expect([open('users.email', row, old), open('users.email', row, young)]).toEqual(['old', 'young']);
  });

  it('is unknown to a ring that has not loaded it', async () => {
    const first = fixture.rows;
    fixture.rows = [...first, await newRingKey('pii', plainProvider, 2)];
    await keyRing.reload();
    const sealed = seal('users.email', row, 'x');
    fixture.rows = first;
    await keyRing.reload();
    expect(() => open('users.email', row, sealed)).toThrow(UnknownKeyVersion);
  });

  it('does not seal once it is rotated away, nor open once it is retired', async () => {
    const sealed = seal('users.email', row, 'x');
    const young = await newRingKey('pii', plainProvider, 2);
    const old = fixture.rows.find(({ ring }) => ring === 'pii');
    if (!old) throw new Error('no pii key');
    fixture.rows = [young, { ...old, status: 'opening' }];
    await keyRing.reload();
    expect(keyRing.current('pii').version).toBe(2);
    expect(open('users.email', row, sealed)).toBe('x');
    fixture.rows = [young, { ...old, status: 'retired' }];
    await keyRing.reload();
    expect(() => open('users.email', row, sealed)).toThrow(UnknownKeyVersion);
  });

  it('has a number that fits the header', async () => {
    for (const version of [0, 65_536, 1.5, Number.NaN]) {
      await expect(newRingKey('pii', plainProvider, version)).rejects.toThrow(RangeError);
    }
  });
});

it('refuses a wrapped key that was moved to another ring', async () => {
  const [first] = fixture.rows;
  if (!first) throw new Error('no rows');
  fixture.rows = [{ ...first, ring: 'audit' }];
  await expect(keyRing.reload()).rejects.toThrow('wrong context');
});

it('prints no key', () => {
  const { key } = keyRing.current('pii');
  const bytes = key.export();
  const printed = `${JSON.stringify(keyRing)}${JSON.stringify(keyRing.current('pii'))}${String(key)}`;
  expect(printed).not.toContain(bytes.toString('hex'));
  expect(printed).not.toContain(bytes.toString('base64'));
  expect(JSON.stringify(keyRing.current('pii'))).toContain('"key":{}');
});
