import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { type ChallengePurpose, webauthnChallenges } from '../schema/webauthn-challenges';

export type { ChallengePurpose } from '../schema/webauthn-challenges';

interface UsedChallengeRow {
  id: Id<'webauthn_challenges'>;
  user_id: Id<'users'> | null;
  session_id: Id<'sessions'> | null;
}

/** Uses a live challenge up, so at most one caller gets it. What it was made for comes back, to be compared. */
export async function consumeChallenge(
  tx: Tx,
  challengeHash: Uint8Array,
  purpose: ChallengePurpose,
): Promise<UsedChallengeRow | null> {
  const [row] = await tx<UsedChallengeRow[]>`
    select * from app.consume_challenge(${challengeHash}, ${purpose}, app.now())`;
  return row ?? null;
}

export function insertChallenge(tx: Tx, row: typeof webauthnChallenges.$inferInsert): Statement {
  return insertRow(tx, webauthnChallenges, row);
}

/** Removes those that nobody can answer any more. */
export async function deleteSpentChallenges(tx: Tx): Promise<number> {
  const { count } = await tx`delete from webauthn_challenges where expires_at <= app.now()`;
  return count;
}
