import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpUri, verifyTotp } from '#lib/crypto/totp';

// RFC 6238, appendix B, SHA-1: the secret is the ASCII text 12345678901234567890; codes cut to six digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('a TOTP code', () => {
  it.each(vectors)('of RFC 6238 at %i is %s', (at, code) => {
    expect(verifyTotp(secret, code, at, null)).toBe(Math.floor(at / 30));
  });

  it('is accepted one step early and late, and no further', () => {
    const [at, code] = vectors[3];
    const step = Math.floor(at / 30);
    const start = step * 30;
    for (const accepted of [start - 30, start - 1, start, start + 29, start + 30, start + 59]) {
      expect(verifyTotp(secret, code, accepted, null)).toBe(step);
    }
    for (const refused of [start - 60, start - 31, start + 60, start + 89]) {
      expect(verifyTotp(secret, code, refused, null)).toBeNull();
    }
  });

  it('is used once: the step itself and older ones are refused', () => {
    const [at, code] = vectors[3];
    const step = Math.floor(at / 30);
    expect(verifyTotp(secret, code, at, step - 1)).toBe(step);
    expect(verifyTotp(secret, code, at, step)).toBeNull();
    expect(verifyTotp(secret, code, at, step + 1)).toBeNull();
  });

  it('that is malformed is refused without an error', () => {
    const malformed = fc.string().filter((text) => !/^\d{6}$/.test(text));
    fc.assert(fc.property(malformed, (code) => verifyTotp(secret, code, 59, null) === null));
    for (const code of ['', '28708', '2870822', ' 287082', '287082\n', '２８７０８２']) {
      expect(verifyTotp(secret, code, 59, null)).toBeNull();
    }
  });

  it('takes a time between two seconds', () => {
    expect(verifyTotp(secret, '287082', 59.7, null)).toBe(1);
  });
});

it('makes secrets of 160 bits that differ', () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret);
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(50);
});

it('says issuer, account and secret in the otpauth URI', () => {
  const uri = new URL(totpUri('MediSecure', 'ada+x@example.org', secret));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.host).toBe('totp');
  expect(decodeURIComponent(uri.pathname)).toBe('/MediSecure:ada+x@example.org');
  expect(uri.searchParams.get('secret')).toBe(secret);
  expect(uri.searchParams.get('issuer')).toBe('MediSecure');
});
