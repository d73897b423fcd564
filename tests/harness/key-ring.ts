import { rings } from '#lib/crypto/columns';
import type { KeyProvider } from '#lib/crypto/key-provider';
import { keyRing } from '#lib/crypto/key-ring';
import { newRingKey, type RingKeyRow } from '#lib/crypto/ring-key-row';
import type { Clock } from '#lib/platform/clock';

/** Keeps keys as they are: these tests are not about the key-encryption key. */
const provider: KeyProvider = {
  name: 'plain',
  wrap: async (key) => Buffer.from(key),
  unwrap: async (wrapped) => Buffer.from(wrapped),
};

/** Every ring with one version. */
export const newRingKeys = (): Promise<RingKeyRow[]> =>
  Promise.all(rings.map((ring) => newRingKey(ring, provider)));

/** The given keys, or new ones, in the process's own key ring. */
export async function loadKeyRing(clock: Clock, keys?: readonly RingKeyRow[]): Promise<void> {
  const rows = keys ?? (await newRingKeys());
  keyRing.configure({ provider, now: () => clock.now(), load: async () => rows });
  await keyRing.fresh();
}
