import { cookies } from 'next/headers';
import { randomToken } from '#lib/crypto/tokens';
import { deployment } from '#lib/platform/deployment';
import { cookieOptions, deviceCookieName } from './cookie';

// The longest that a browser keeps a cookie (RFC 6265bis, 5.5).
const maxAge = 400 * 24 * 3600;
const name = () => deviceCookieName(deployment().secure);

/** What tells this browser from others of its kind; it opens nothing by itself. Undefined before the first sign-in. */
export async function deviceKey(): Promise<string | undefined> {
  const jar = await cookies();
  const key = jar.get(name())?.value ?? '';
  return /^[\w-]{43}$/.test(key) ? key : undefined;
}

/** The same, made where there is none, and kept from now on. */
export async function keepDeviceKey(): Promise<string> {
  const key = (await deviceKey()) ?? randomToken();
  const jar = await cookies();
  jar.set(name(), key, { ...cookieOptions('lax'), maxAge });
  return key;
}
