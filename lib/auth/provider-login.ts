import { Temporal } from 'temporal-polyfill';
import { provesTwoFactors } from '#lib/domain/authentication-methods';
import { env } from '#lib/platform/env';
import { stepUpMaxAgeSeconds } from '#lib/policy/assurance';
import type { IdClaims } from './id-token';

const toleranceSeconds = 10;

interface ProviderLogin {
  readonly secondFactor: 'sso' | null;
  /** When the person was last at the provider's own sign-in, never later than now. */
  readonly provenAt: Temporal.Instant;
}

/**
 * What a sign-in at the identity provider is worth here. Its second factor counts where the operator trusts the
 * provider's word, and where it was shown within what was asked for by `max_age` (OpenID Connect Core 1.0, 3.1.2.1):
 * a session that the provider has kept since the morning is no factor shown now.
 */
export function providerLogin({ auth_time, amr }: IdClaims, now: Temporal.Instant): ProviderLogin {
  if (auth_time === undefined) return { secondFactor: null, provenAt: now };
  const told = Temporal.Instant.fromEpochMilliseconds(Math.floor(auth_time * 1000));
  const provenAt = Temporal.Instant.compare(told, now) < 0 ? told : now;
  const isRecent = now.since(provenAt).total('seconds') <= stepUpMaxAgeSeconds + toleranceSeconds;
  const counts = isRecent && env().oidc?.trustAmr === true && provesTwoFactors(amr);
  return { secondFactor: counts ? 'sso' : null, provenAt };
}
