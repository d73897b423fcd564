import type { Published, SigningKey } from './verify-archive';

/** The published keys of an issuer, or null for anything else. */
export function publishedIn(read: unknown): Published | null {
  const { issuer, keys } = fieldsOf(read);
  if (typeof issuer !== 'string' || !Array.isArray(keys) || !keys.every(isKey)) return null;
  return { issuer, keys };
}

function isKey(read: unknown): read is SigningKey {
  const { kty, crv, x, kid } = fieldsOf(read);
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && typeof kid === 'string';
}

const fieldsOf = (read: unknown): Record<string, unknown> =>
  typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
