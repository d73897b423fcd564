import { Authenticator } from './authenticator';
import type { DemoAccount, Product } from './product';

/** One question to the running product's API, over the network. */
export async function askApi<T>(
  { origin }: Product,
  line: `${'GET' | 'POST' | 'PUT'} /${string}`,
  { token, body }: { token?: string; body?: object } = {},
): Promise<{ status: number; json: T }> {
  const [method, path] = line.split(' ');
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text ? JSON.parse(text) : null) as T };
}

interface Tokens {
  access_token: string;
}

/** An access token, with a code of the authenticator app where one is asked for. */
export async function apiToken(
  product: Product,
  { email, password, totp_secret }: DemoAccount,
): Promise<string> {
  const login = await askApi<Tokens | { mfa_token: string }>(product, 'POST /auth/login', {
    body: { email, password },
  });
  if ('access_token' in login.json) return login.json.access_token;
  if (login.status !== 200 || !totp_secret) throw new Error(`${email} cannot sign in (${login.status}).`);
  const { mfa_token } = login.json;
  const code = await new Authenticator(totp_secret).code();
  const body = { mfa_token, method: 'totp', code };
  const { status, json } = await askApi<Tokens>(product, 'POST /auth/mfa/verify', { body });
  if (status !== 200) throw new Error(`${email} cannot sign in with a code (${status}).`);
  return json.access_token;
}
