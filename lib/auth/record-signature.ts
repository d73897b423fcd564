import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { keyRing, type RingKey } from '#lib/crypto/key-ring';
import { deriveKey } from '#lib/crypto/tokens';

/** A public key with what it is for (RFC 8037). */
export interface RecordKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

interface Pair {
  readonly secret: KeyObject;
  readonly public: RecordKey;
}

/** What stands before the 32 bytes of a secret key in PKCS #8 (RFC 8410, 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const pairs = new WeakMap<RingKey, Pair>();

/** The key that signs today. Its secret is derived, so it lies nowhere and is wrapped, copied and rotated with its ring. */
export async function recordSigner(): Promise<{
  key: RecordKey;
  sign: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
}> {
  await keyRing.fresh();
  const { secret, public: key } = pairOf(keyRing.current('audit'));
  return { key, sign: (bytes) => Uint8Array.from(sign(null, bytes, secret)) };
}

/** By what records are checked that were signed at any time. */
export async function recordKeys(): Promise<RecordKey[]> {
  await keyRing.fresh();
  return keyRing.versions('audit').map((ringKey) => pairOf(ringKey).public);
}

function pairOf(ringKey: RingKey): Pair {
  const pair = pairs.get(ringKey) ?? derivedPair(ringKey);
  pairs.set(ringKey, pair);
  return pair;
}

function derivedPair(ringKey: RingKey): Pair {
  const der = Buffer.concat([pkcs8Head, deriveKey(ringKey.key, 'record-signature')]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  return {
    secret,
    public: { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprintOf(x), use: 'sig', alg: 'EdDSA' },
  };
}

/** A key's name follows from the key: nobody can give it to another (RFC 7638). */
const thumbprintOf = (x: string) =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
