import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { rings } from '#lib/crypto/columns';
import type { KeyProvider } from '#lib/crypto/key-provider';
import { keyRing } from '#lib/crypto/key-ring';
import { newRingKey, type RingKeyRow } from '#lib/crypto/ring-key-row';

/** Keeps keys as they are, behind a check of their context: these tests are not about the KEK. */
export const plainProvider: KeyProvider = {
  name: 'plain',
  wrap: async (key, aad) => Buffer.concat([aad, key]),
  unwrap: async (wrapped, aad) => {
    if (!aad.every((byte, index) => wrapped[index] === byte)) throw new Error('wrong context');
    return Buffer.from(wrapped.subarray(aad.byteLength));
  },
};

/** A key source whose rows and clock a test can change, and which counts its loads. */
export interface RingFixture {
  rows: RingKeyRow[];
  now: Temporal.Instant;
  loads: number;
}

/** Every ring with one version, in the process's own key ring. */
export async function loadedRing(): Promise<RingFixture> {
  const rows = await Promise.all(rings.map((ring) => newRingKey(ring, plainProvider)));
  const fixture: RingFixture = { rows, now: Temporal.Instant.from('2026-03-01T09:00:00Z'), loads: 0 };
  keyRing.configure({
    provider: plainProvider,
    now: () => fixture.now,
    load: async () => {
      fixture.loads += 1;
      return fixture.rows;
    },
  });
  await keyRing.fresh();
  return fixture;
}

/** The same bytes, one of them changed. */
export function withFlippedBit(bytes: Uint8Array, index: number, bit = randomBytes(1)[0] ?? 0): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[index] = (flipped[index] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}
