import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { become, type Tx } from '#db/client';
import {
  findCredentialOwner,
  lockPasskey,
  markPasskeyFlagged,
  markPasskeyUsed,
  type PasskeyRow,
} from '#db/queries/passkeys';
import { uuidBytes } from '#lib/crypto/uuid-bytes';
import type { Id } from '#lib/platform/ids';
import { type ChallengeUse, takeChallenge } from './challenge';
import { relyingParty } from './relying-party';

export interface AssertionRule extends ChallengeUse {
  /** A PIN, a finger or a face. Without, somebody who holds the key is somebody at hand, and no more. */
  readonly mustVerifyUser: boolean;
}

export type AssertionOutcome =
  | { readonly ok: true; readonly passkey: Id<'factors'>; readonly userId: Id<'users'> }
  /** `owner` where it is known whose passkey it would have been; they are acting. */
  | { readonly ok: false; readonly owner: Id<'users'> | null; readonly copied: boolean };

const refused = (owner: Id<'users'> | null, copied = false) => ({ ok: false, owner, copied }) as const;

/**
 * Checks what an authenticator has signed (WebAuthn Level 3, 7.2). The challenge is used up whatever comes of it. The
 * owner acts from here on, as with a ticket: the transaction reads their passkey under their own policies.
 */
export async function presentPasskey(
  tx: Tx,
  response: AuthenticationResponseJSON,
  rule: AssertionRule,
): Promise<AssertionOutcome> {
  const challenge = await takeChallenge(tx, response.response.clientDataJSON, rule);
  const found = await findCredentialOwner(tx, Buffer.from(response.id, 'base64url'));
  if (!challenge || !found || !belongs(response, found.user_id, rule)) return refused(rule.userId);
  if (rule.userId === null) await become(tx, found.user_id);
  const passkey = await lockPasskey(tx, found.id);
  const signed = passkey && (await signedBy(passkey, response, challenge, rule));
  if (!signed) return refused(found.user_id);
  if (wentBack(signed.newCounter, passkey.sign_count)) {
    await markPasskeyFlagged(tx, passkey.id);
    return refused(found.user_id, true);
  }
  await markPasskeyUsed(tx, passkey.id, {
    signCount: signed.newCounter,
    backedUp: signed.credentialBackedUp,
    userVerified: signed.userVerified,
  });
  return { ok: true, passkey: passkey.id, userId: found.user_id };
}

/** Whoever signs in with a passkey alone is named by it (7.2, step 6); elsewhere the account is known before. */
function belongs({ response }: AuthenticationResponseJSON, owner: Id<'users'>, { userId }: AssertionRule) {
  const handle = response.userHandle;
  const isNamed = handle === uuidBytes(owner).toString('base64url');
  return userId === null ? isNamed : userId === owner && (!handle || isNamed);
}

async function signedBy(
  { credential_id, public_key }: PasskeyRow,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  { mustVerifyUser }: AssertionRule,
) {
  const { id, origin } = relyingParty();
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: mustVerifyUser,
    credential: {
      id: Buffer.from(credential_id).toString('base64url'),
      publicKey: new Uint8Array(public_key),
      // The library would complain of the counter before it has looked at the signature: anybody could have a key
      // flagged. So it is compared by us, afterwards.
      counter: 0,
    },
  }).catch(() => null);
  return checked?.verified && !isFramed(response) ? checked.authenticationInfo : null;
}

/** Asked for by our page inside somebody else's (7.2, step 12). Our pages stand in no frame. */
function isFramed({ response }: AuthenticationResponseJSON): boolean {
  const { crossOrigin } = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
  return crossOrigin === true;
}

/** Passkeys that are kept in step on several devices have no counter and say 0 (WebAuthn Level 3, 6.1.1). */
const wentBack = (counter: number, last: number) => (counter > 0 || last > 0) && counter <= last;
