import { describe, expect, it } from 'vitest';
import { dummyVerify, hashPassword, needsRehash, verifyPassword } from '#lib/crypto/password-hash';

const password = 'Correct.Horse.7';

describe('a password hash', () => {
  it('is argon2id with the costs that OWASP asks for, salted', async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect(needsRehash(one)).toBe(false);
  });

  it('verifies its password only', async () => {
    const hashed = await hashPassword(password);
    expect(await verifyPassword(hashed, password)).toBe(true);
    expect(await verifyPassword(hashed, `${password} `)).toBe(false);
    expect(await verifyPassword(hashed, '')).toBe(false);
  });

  it('is of the text in NFC, and cuts nothing off', async () => {
    const hashed = await hashPassword('cafe\u0301'.repeat(10));
    expect(await verifyPassword(hashed, 'café'.repeat(10))).toBe(true);
    const long = await hashPassword('😀'.repeat(128));
    expect(await verifyPassword(long, '😀'.repeat(127))).toBe(false);
    expect(await verifyPassword(long, '😀'.repeat(128))).toBe(true);
  });

  it('is never made of, nor matched by, more than 128 characters', async () => {
    await expect(hashPassword('a'.repeat(129))).rejects.toThrow(RangeError);
    const hashed = await hashPassword('a'.repeat(128));
    expect(await verifyPassword(hashed, 'a'.repeat(129))).toBe(false);
    expect(await verifyPassword(hashed, 'a'.repeat(1_000_000))).toBe(false);
  });

  it('of other costs or another algorithm is due to be made anew', () => {
    const salt = 'c29tZXNhbHRzb21lc2FsdA';
    const digest = 'A'.repeat(43);
    expect(needsRehash(`$argon2id$v=19$m=19456,t=2,p=1$${salt}$${digest}`)).toBe(false);
    expect(needsRehash(`$argon2id$v=19$m=12288,t=2,p=1$${salt}$${digest}`)).toBe(true);
    expect(needsRehash(`$argon2id$v=19$m=19456,t=3,p=1$${salt}$${digest}`)).toBe(true);
    expect(needsRehash(`$argon2i$v=19$m=19456,t=2,p=1$${salt}$${digest}`)).toBe(true);
  });
});

describe('no account', () => {
  it('never verifies', async () => {
    expect(await dummyVerify(password)).toBe(false);
    expect(await dummyVerify('')).toBe(false);
  });

  it('costs what an account costs', async () => {
    const hashed = await hashPassword(password);
    const timed = async (work: () => Promise<unknown>) => {
      const start = process.hrtime.bigint();
      await work();
      return Number(process.hrtime.bigint() - start);
    };
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const rounds: { known: number; unknown: number }[] = []; // in turns, so that a busy machine slows both
    for (let round = 0; round < 15; round += 1) {
      const known = await timed(() => verifyPassword(hashed, 'wrong'));
      rounds.push({ known, unknown: await timed(() => dummyVerify('wrong')) });
    }
    const known = median(rounds.map((round) => round.known));
    const unknown = median(rounds.map((round) => round.unknown));
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });
});
