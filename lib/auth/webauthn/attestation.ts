import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { algorithms } from './algorithms';
import { relyingParty } from './relying-party';

/** The new credential that a browser reports, in our words. Null where anything about it is not as it was asked for. */
export async function attestedCredential(response: RegistrationResponseJSON, challenge: string) {
  const { id, origin } = relyingParty();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { credential, aaguid, userVerified, credentialDeviceType, credentialBackedUp } =
    checked.registrationInfo;
  return {
    credential_id: Buffer.from(credential.id, 'base64url'),
    public_key: Buffer.from(credential.publicKey),
    sign_count: credential.counter,
    transports: response.response.transports ?? null,
    aaguid,
    verifies_user: userVerified,
    backup_eligible: credentialDeviceType === 'multiDevice',
    backed_up: credentialBackedUp,
  };
}
