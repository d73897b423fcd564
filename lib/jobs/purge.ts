import { withActor } from '#db/client';
import { deleteSpentDrafts } from '#db/queries/drafts';
import { deleteSentMessages } from '#db/queries/outbox';
import { markSuccessorsForgotten } from '#db/queries/refresh-tokens';
import { deleteSpentSignups } from '#db/queries/sign-in';
import { deleteSpentSmsCodes } from '#db/queries/sms-codes';
import { deleteSpentChallenges } from '#db/queries/webauthn-challenges';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from './repeat';

/** Long enough to answer whether a mail has gone out. */
const sentMailDays = 30;
/** What was typed is kept for a day, and not much longer. */
const hourMilliseconds = 3600 * 1000;
const halfMinuteMilliseconds = 30 * 1000;

/**
 * Removes what has served: wishes to sign up whose link has run out, challenges and texted codes that nobody can answer
 * any more, mails long after they were sent or dropped, and what was typed and never sent.
 *
 * @returns how many it removed
 */
export function purgeOnce(clock: Clock): Promise<number> {
  return withActor(
    actorOf(clock),
    async (tx) =>
      (await deleteSpentSignups(tx)) +
      (await deleteSpentChallenges(tx)) +
      (await deleteSpentSmsCodes(tx)) +
      (await deleteSentMessages(tx, sentMailDays)) +
      (await deleteSpentDrafts(tx)),
  );
}

/**
 * Forgets each refresh token that was kept for a repeat of its exchange which never came: it opens to whoever has both the
 * database and the old token.
 *
 * @returns how many
 */
export const forgetSuccessorsOnce = (clock: Clock): Promise<number> =>
  withActor(actorOf(clock), (tx) => markSuccessorsForgotten(tx));

const actorOf = (clock: Clock) =>
  ({ kind: 'system', job: 'purge', now: clock.now(), requestId: newRequestId() }) as const;

/** At the start, then once an hour or twice a minute. Two processes that do it at once remove nothing twice. */
export function startPurge(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const working = Promise.all([
    repeat('purge_failed', () => purgeOnce(clock), hourMilliseconds, signal),
    repeat('purge_failed', () => forgetSuccessorsOnce(clock), halfMinuteMilliseconds, signal),
  ]);
  return async () => {
    stopping.abort();
    await working;
  };
}
