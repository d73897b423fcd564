import { createHash, hkdfSync, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as base64url: sessions, refresh tokens, mailed links, tickets. Shown once, stored hashed. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. Plain SHA-256 is enough: 256 random bits cannot be guessed (OWASP ASVS 5, 11.4.1). */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A key for one purpose from a longer-lived secret of full entropy: HKDF-SHA-256 (RFC 5869), no salt. */
export function deriveKey(secret: string | Uint8Array | KeyObject, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes));
}

/** Compares without telling by its time where the first difference is. Different lengths are not equal. */
export function constantTimeEqual(a: string | Uint8Array, b: string | Uint8Array): boolean {
  const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
