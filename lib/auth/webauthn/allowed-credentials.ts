import type { PasskeyRow } from '#db/queries/passkeys';

/** Credentials by name (WebAuthn Level 3, 5.8.3, in JSON). */
export function allowedCredentials(passkeys: readonly Pick<PasskeyRow, 'credential_id' | 'transports'>[]) {
  return passkeys.map(({ credential_id, transports }) => ({
    id: Buffer.from(credential_id).toString('base64url'),
    type: 'public-key' as const,
    ...(transports && { transports }),
  }));
}
