import { z } from 'zod';
import type { Sealed } from '#lib/crypto/columns';
import { open } from '#lib/crypto/seal';
import { totpUri } from '#lib/crypto/totp';
import type { Id } from '#lib/platform/ids';

const issuer = 'MediSecure';

/** What an authenticator app is told: the key in base32, and the same as the URI of a QR code. */
export const totpSetup = z.strictObject({ secret: z.string(), otpauth_uri: z.string() });

interface Account {
  readonly id: Id<'users'>;
  readonly email: Sealed<'users.email'>;
}

export function totpSetupOf({ id, email }: Account, secret: string): z.output<typeof totpSetup> {
  return { secret, otpauth_uri: totpUri(issuer, open('users.email', id, email), secret) };
}

export const exampleTotpSetup = {
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  otpauth_uri:
    'otpauth://totp/MediSecure:elsa.vargas%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=MediSecure',
};
