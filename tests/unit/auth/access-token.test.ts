import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessTokenSeconds, issueAccessToken, verifyAccessToken } from '#lib/auth/access-token';
import { rings } from '#lib/crypto/columns';
import type { KeyProvider } from '#lib/crypto/key-provider';
import { keyRing } from '#lib/crypto/key-ring';
import { newRingKey } from '#lib/crypto/ring-key-row';
import { deriveKey } from '#lib/crypto/tokens';
import { newId } from '#lib/platform/ids';

const issuer = 'https://clinic.example';
const now = Temporal.Instant.from('2026-03-01T09:00:00.500Z');
const sub = newId('users');
const sid = newId('sessions');
const provider: KeyProvider = {
  name: 'plain',
  wrap: async (key) => Buffer.from(key),
  unwrap: async (wrapped) => Buffer.from(wrapped),
};

async function newRing() {
  const rows = await Promise.all(rings.map((ring) => newRingKey(ring, provider)));
  keyRing.configure({ provider, now: () => now, load: async () => rows });
  await keyRing.fresh();
}

beforeEach(newRing);

const issue = () =>
  issueAccessToken({ userId: sub, sessionId: sid, scopes: ['read:profile', 'read:records'], issuer, now });
const verify = (token: string, at = now) => verifyAccessToken(token, { issuer, now: at });
const ourKey = () => createSecretKey(deriveKey(keyRing.current('tokens').key, 'access-token'));

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());

const seconds = Math.floor(now.epochMilliseconds / 1000);
const goodClaims = {
  iss: issuer,
  aud: 'medisecure-api',
  sub,
  sid,
  scope: '',
  exp: seconds + 60,
  iat: seconds,
  jti: 'a',
};
const goodHeader = { alg: 'HS256', typ: 'at+jwt', kid: '1' };
const signed = (
  claims: object,
  header: object = goodHeader,
  key: Parameters<SignJWT['sign']>[0] = ourKey(),
) => new SignJWT({ ...claims }).setProtectedHeader({ ...goodHeader, ...header }).sign(key);

describe('an access token', () => {
  it('says who, which session, what for and until when', async () => {
    const token = await issue();
    expect(decode(token, 0)).toEqual(goodHeader);
    expect(decode(token, 1)).toEqual({
      iss: issuer,
      aud: 'medisecure-api',
      sub,
      sid,
      scope: 'read:profile read:records',
      iat: seconds,
      exp: seconds + accessTokenSeconds,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(await verify(token)).toMatchObject({ sub, sid, scope: ['read:profile', 'read:records'] });
  });

  it('lives for 15 minutes, also when it was verified before', async () => {
    const token = await issue();
    expect(await verify(token, now.add({ seconds: 899 }))).not.toBeNull();
    expect(await verify(token, now.add({ seconds: 900 }))).toBeNull();
    expect(await verify(token, now.add({ seconds: 899 }))).not.toBeNull();
  });

  it('is refused for another issuer, also when it was verified before', async () => {
    const token = await issue();
    expect(await verify(token)).not.toBeNull();
    expect(await verifyAccessToken(token, { issuer: 'https://other.example', now })).toBeNull();
  });

  it('dies with the keys, also when it was verified before', async () => {
    const token = await issue();
    expect(await verify(token)).not.toBeNull();
    await newRing();
    expect(await verify(token)).toBeNull();
  });

  it('is refused with any character changed', async () => {
    const token = await issue();
    for (let index = 0; index < token.length - 1; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(await verify(token.slice(0, index) + other + token.slice(index + 1)), String(index)).toBeNull();
    }
  });
});

describe('a token that was made elsewhere', () => {
  it('is refused without a signature', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      expect(await verify(`${part({ ...goodHeader, alg })}.${part(goodClaims)}.`)).toBeNull();
    }
    for (const text of ['', '.', '..', 'a.b.c', part(goodClaims)]) expect(await verify(text)).toBeNull();
  });

  it('is refused with a longer hash, though it was made with our key', async () => {
    for (const [alg, hash] of [
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
    ] as const) {
      const body = `${part({ ...goodHeader, alg })}.${part(goodClaims)}`;
      const signature = createHmac(hash, ourKey()).update(body).digest('base64url');
      expect(await verify(`${body}.${signature}`)).toBeNull();
    }
  });

  it('is refused with another algorithm', async () => {
    const long = createSecretKey(Buffer.alloc(64, 1));
    expect(await verify(await signed(goodClaims, { alg: 'HS512' }, long))).toBeNull();
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(await verify(await signed(goodClaims, { alg: 'EdDSA' }, privateKey))).toBeNull();
  });

  it.each([undefined, '', '0', '2', '01', '1 ', '../1', '65537', '1e0'])(
    'is refused with kid %j',
    async (kid) => {
      expect(await verify(await signed(goodClaims, { kid }))).toBeNull();
    },
  );

  it('is refused with another type, and with a key of its own', async () => {
    expect(await verify(await signed(goodClaims))).not.toBeNull();
    expect(await verify(await signed(goodClaims, { typ: 'JWT' }))).toBeNull();
    expect(await verify(await signed(goodClaims, { typ: undefined }))).toBeNull();
    const own = createSecretKey(Buffer.alloc(32, 1));
    expect(await verify(await signed(goodClaims, { jwk: own.export({ format: 'jwk' }) }, own))).toBeNull();
    expect(await verify(await signed(goodClaims, { jku: 'https://evil.example/keys' }, own))).toBeNull();
    expect(await verify(await signed(goodClaims, {}, keyRing.current('tokens').key))).toBeNull();
  });

  it.each(['exp', 'iat', 'jti', 'sub', 'sid', 'scope', 'iss', 'aud'])(
    'is refused without %s',
    async (claim) => {
      expect(await verify(await signed({ ...goodClaims, [claim]: undefined }))).toBeNull();
    },
  );

  it('is refused with claims that are not ours', async () => {
    for (const claims of [
      { aud: 'other' },
      { iss: 'x' },
      { sub: 'me' },
      { exp: 'soon' },
      { exp: seconds },
      { exp: 1e300 },
    ]) {
      expect(await verify(await signed({ ...goodClaims, ...claims })), JSON.stringify(claims)).toBeNull();
    }
  });
});
