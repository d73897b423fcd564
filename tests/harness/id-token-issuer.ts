import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Clock } from '#lib/platform/clock';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { configureEnv } from '#lib/platform/env';

interface Issuer {
  readonly issuer: string;
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

let running: Promise<Issuer> | undefined;

async function start(): Promise<Issuer> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), use: 'sig', alg: 'RS256', kid: 'first' };
  const server = createServer(({ url }, response) => {
    const found = url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(found));
  });
  // It ends with the tests of its process.
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve).unref());
  const sign = (claims: Readonly<Record<string, unknown>>) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(privateKey);
  return { issuer, sign };
}

/**
 * ID tokens such as the clinic's identity provider signs, well made but for what `claims` says. The whole protocol runs
 * against a real provider elsewhere; here the operation is told what no real one would sign.
 */
export async function idToken(clock: Clock, claims: Readonly<Record<string, unknown>>): Promise<string> {
  running ??= start();
  const { issuer, sign } = await running;
  const oidc = { issuer, clientId: 'medisecure', clientSecret: 'secret', name: undefined, trustAmr: true };
  configureEnv({ oidc });
  const iat = Math.floor(clock.now().epochMilliseconds / 1000);
  const who = { iss: issuer, aud: 'medisecure', sub: 'somebody', email_verified: true };
  return sign({ ...who, iat, exp: iat + 300, auth_time: iat, ...claims });
}
