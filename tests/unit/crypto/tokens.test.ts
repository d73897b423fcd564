import { createSecretKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { blindIndex } from '#lib/crypto/blind-index';
import { SealBroken } from '#lib/crypto/crypto-errors';
import { openUnderToken, sealUnderToken } from '#lib/crypto/token-seal';
import { constantTimeEqual, deriveKey, hashToken, randomToken } from '#lib/crypto/tokens';
import { newId } from '#lib/platform/ids';
import { loadedRing } from './ring-fixture';

beforeAll(async () => {
  await loadedRing();
});

describe('tokens', () => {
  it('have 256 bits, and differ', () => {
    const tokens = Array.from({ length: 100 }, randomToken);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Set(tokens).size).toBe(100);
  });

  it('are stored as SHA-256 (FIPS 180-4, "abc")', () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(hashToken('abc').toString('hex')).toBe(expected);
  });

  it('give other keys for other purposes, and the same for the same', () => {
    expect(deriveKey('secret', 'a')).toEqual(deriveKey(createSecretKey(Buffer.from('secret')), 'a'));
    expect(deriveKey('secret', 'a')).not.toEqual(deriveKey('secret', 'b'));
    expect(deriveKey('secret', 'a', 16)).toHaveLength(16);
  });

  it('derive as in RFC 5869, appendix A.3', () => {
    const expected = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8';
    expect(deriveKey(Buffer.alloc(22, 0x0b), '', 42).toString('hex')).toBe(expected);
  });

  it('compare by content, whatever their lengths', () => {
    expect(constantTimeEqual('abc', Buffer.from('abc'))).toBe(true);
    expect(constantTimeEqual('abc', 'abd')).toBe(false);
    expect(constantTimeEqual('abc', 'abcd')).toBe(false);
    expect(constantTimeEqual('', 'a')).toBe(false);
  });
});

describe('what is sealed under a token', () => {
  const row = newId('refresh_tokens');

  it('opens for its holder in its row only', () => {
    const token = randomToken();
    const sealed = sealUnderToken('refresh_tokens.successor', row, 'next', token);
    expect(openUnderToken('refresh_tokens.successor', row, sealed, token)).toBe('next');
    const other = () => openUnderToken('refresh_tokens.successor', row, sealed, randomToken());
    expect(other).toThrow(SealBroken);
    const moved = () => openUnderToken('refresh_tokens.successor', newId('refresh_tokens'), sealed, token);
    expect(moved).toThrow(SealBroken);
  });

  it('does not open once the ring is another', async () => {
    const sealed = sealUnderToken('refresh_tokens.successor', row, 'next', 'token');
    await loadedRing();
    expect(() => openUnderToken('refresh_tokens.successor', row, sealed, 'token')).toThrow(SealBroken);
  });
});

describe('a blind index', () => {
  it('is equal for equal values of one label under one key, and only then', async () => {
    const index = blindIndex('email', 'ada@example.org');
    expect(index).toHaveLength(32);
    expect(blindIndex('email', 'ada@example.org')).toEqual(index);
    expect(blindIndex('email', 'bob@example.org')).not.toEqual(index);
    expect(blindIndex('device', 'ada@example.org')).not.toEqual(index);
    await loadedRing();
    expect(blindIndex('email', 'ada@example.org')).not.toEqual(index);
  });
});
