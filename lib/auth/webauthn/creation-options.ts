import type { PasskeyRow } from '#db/queries/passkeys';
import { uuidBytes } from '#lib/crypto/uuid-bytes';
import type { Id } from '#lib/platform/ids';
import { algorithms } from './algorithms';
import { allowedCredentials } from './allowed-credentials';
import { challengeSeconds } from './challenge';
import { relyingParty } from './relying-party';

interface Registrant {
  readonly id: Id<'users'>;
  /** What the authenticator's own list of passkeys calls the account. */
  readonly email: string;
}

/**
 * What a browser is asked to make. Discoverable where the authenticator can, so that it signs in without an address;
 * its user verified where it can, and what it did is looked at. The maker's attestation is not asked for: it would say
 * more about the person's device than a clinic needs (WebAuthn Level 3, 14.4.1).
 */
export function creationOptions(
  challenge: string,
  { id, email }: Registrant,
  existing: readonly Pick<PasskeyRow, 'credential_id' | 'transports'>[],
) {
  const party = relyingParty();
  return {
    rp: { id: party.id, name: party.name },
    user: { id: uuidBytes(id).toString('base64url'), name: email, displayName: email },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: challengeSeconds * 1000,
    attestation: 'none' as const,
    excludeCredentials: allowedCredentials(existing),
    authenticatorSelection: {
      residentKey: 'preferred' as const,
      requireResidentKey: false,
      userVerification: 'preferred' as const,
    },
  };
}
