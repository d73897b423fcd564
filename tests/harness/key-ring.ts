import { rings } from '#lib/crypto/columns';
import type { KeyProvider } from '#lib/crypto/key-provider';
import { keyRing } from '#lib/crypto/key-ring';
import { newRingKey } from '#lib/crypto/ring-key-row';
import type { Clock } from '#lib/platform/clock';

/** Keeps keys as they are: these tests are not about the key-encryption key. */
const provider: KeyProvider = {
  name: 'plain',
  wrap: async (key) => Buffer.from(key),
  unwrap: async (wrapped) => Buffer.from(wrapped),
};

/** Every ring with one version, in the process's own key ring. */
export async function loadKeyRing(clock: Clock): Promise<void> {
  const rows = await Promise.all(rings.map((ring) => newRingKey(ring, provider)));
  keyRing.configure({ provider, now: () => clock.now(), load: async () => rows });
  await keyRing.fresh();
}
