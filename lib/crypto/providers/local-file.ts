import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { SealBroken } from '#lib/crypto/crypto-errors';
import type { KeyProvider } from '#lib/crypto/key-provider';
import { type KekPlace, readKekFile } from './kek-file';

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The provider of the embedded default and of the demo: the KEK stands in a file beside the data. */
export async function localFileProvider(place: KekPlace): Promise<KeyProvider> {
  const bytes = await readKekFile(place);
  const kek = createSecretKey(bytes);
  bytes.fill(0);
  return {
    name: 'local-file',
    wrap: async (key, aad) => wrap(kek, key, aad),
    unwrap: async (wrapped, aad) => unwrap(kek, wrapped, aad),
  };
}

/** format(1) ‖ nonce(12) ‖ tag(16) ‖ AES-256-GCM of the key */
function wrap(kek: KeyObject, key: Uint8Array, aad: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', kek, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
  const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), ciphertext]);
}

function unwrap(kek: KeyObject, wrapped: Uint8Array, aad: Uint8Array): Buffer {
  const body = 1 + NONCE_BYTES + TAG_BYTES;
  if (wrapped[0] !== FORMAT || wrapped.byteLength < body) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', kek, wrapped.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aad).setAuthTag(wrapped.subarray(1 + NONCE_BYTES, body));
  const key = decipher.update(wrapped.subarray(body));
  try {
    decipher.final();
  } catch {
    throw new SealBroken();
  }
  return key;
}
