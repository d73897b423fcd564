import { cookies } from 'next/headers';
import { deployment } from '#lib/platform/deployment';
import { cookieOptions, secondFactorCookieName } from './cookie';

const name = () => secondFactorCookieName(deployment().secure);

/** Keeps the `mfa_token` for the page that asks for the code; as long as the token itself lives. */
export async function keepSecondFactorToken(
  token: string,
  sameSite: 'lax' | 'strict' = 'strict',
): Promise<void> {
  const jar = await cookies();
  jar.set(name(), token, { ...cookieOptions(sameSite), maxAge: 5 * 60 });
}

export async function secondFactorToken(): Promise<string | null> {
  const jar = await cookies();
  return jar.get(name())?.value || null;
}

export async function forgetSecondFactorToken(): Promise<void> {
  const jar = await cookies();
  jar.set(name(), '', { ...cookieOptions('strict'), maxAge: 0 });
}
