import { cookies } from 'next/headers';
import { deployment } from '#lib/platform/deployment';
import { cookieOptions, secondFactorCookieName } from './cookie';

const trustable = 'trust';
const name = () => secondFactorCookieName(deployment().secure);

/** What the second step needs to know; base64url has no dot. */
interface SecondFactorOwed {
  readonly token: string;
  /** By what the account can answer, the strongest first. */
  readonly methods: readonly string[];
  /** Offered to the person only; what it does is decided elsewhere. */
  readonly mayTrustDevice: boolean;
}

/** Keeps the `mfa_token` for the page that asks for the code; as long as the token itself lives. */
export async function keepSecondFactorOwed(
  { token, methods, mayTrustDevice }: SecondFactorOwed,
  sameSite: 'lax' | 'strict' = 'strict',
): Promise<void> {
  const jar = await cookies();
  const value = [token, mayTrustDevice ? trustable : '', ...methods].join('.');
  jar.set(name(), value, { ...cookieOptions(sameSite), maxAge: 5 * 60 });
}

export async function secondFactorOwed(): Promise<SecondFactorOwed | null> {
  const jar = await cookies();
  const [token, trust, ...methods] = jar.get(name())?.value.split('.') ?? [];
  return token ? { token, methods, mayTrustDevice: trust === trustable } : null;
}

export async function forgetSecondFactorOwed(): Promise<void> {
  const jar = await cookies();
  jar.set(name(), '', { ...cookieOptions('strict'), maxAge: 0 });
}
