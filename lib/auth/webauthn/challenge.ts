import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type ChallengePurpose, consumeChallenge, insertChallenge } from '#db/queries/webauthn-challenges';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { type Id, newId } from '#lib/platform/ids';

/** What a challenge is for; who and which session has to answer it, where that is known when it is made. */
export interface ChallengeUse {
  readonly purpose: ChallengePurpose;
  readonly userId: Id<'users'> | null;
  readonly sessionId: Id<'sessions'> | null;
}

/** Somebody looks for their key meanwhile; the browser gives up at the same time. */
export const challengeSeconds = 5 * 60;

/** 256 random bits as base64url (OWASP ASVS 5, 6.7.2). Stored hashed: a copy of the table answers nothing. */
export async function newChallenge(tx: Tx, use: ChallengeUse, now: Temporal.Instant): Promise<string> {
  const challenge = randomToken();
  await insertChallenge(tx, {
    id: newId('webauthn_challenges'),
    purpose: use.purpose,
    challenge_hash: hashToken(challenge),
    user_id: use.userId,
    session_id: use.sessionId,
    created_at: now,
    expires_at: now.add({ seconds: challengeSeconds }),
  });
  return challenge;
}

/**
 * Uses up the challenge that a browser says to have answered, and returns it for the signature's check; null for one
 * that was not made for this use, has been used or is too old.
 */
export async function takeChallenge(
  tx: Tx,
  clientDataJson: string,
  use: ChallengeUse,
): Promise<string | null> {
  const challenge = challengeIn(clientDataJson);
  const taken = challenge && (await consumeChallenge(tx, hashToken(challenge), use.purpose));
  return taken && taken.user_id === use.userId && taken.session_id === use.sessionId ? challenge : null;
}

function challengeIn(clientDataJson: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
