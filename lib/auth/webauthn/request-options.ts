import type { PasskeyRow } from '#db/queries/passkeys';
import { allowedCredentials } from './allowed-credentials';
import { challengeSeconds } from './challenge';
import { relyingParty } from './relying-party';

/** What a browser is asked to sign. Without `passkeys` any discoverable one may answer, so it tells of nobody. */
export function requestOptions(
  challenge: string,
  userVerification: 'required' | 'preferred',
  passkeys: readonly Pick<PasskeyRow, 'credential_id' | 'transports'>[] = [],
) {
  return {
    challenge,
    rpId: relyingParty().id,
    timeout: challengeSeconds * 1000,
    allowCredentials: allowedCredentials(passkeys),
    userVerification,
  };
}
