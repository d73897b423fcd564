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
/** Long after the few seconds in which an exchange may be repeated. */
const successorSeconds = 60;
/** What was typed is kept for a day, and not much longer. */
const hourMilliseconds = 3600 * 1000;

/**
 * Removes what has served: wishes to sign up whose link has run out, challenges and texted codes that nobody can answer any more, mails
 * long after they were sent, refresh tokens kept for a repeat that never came, and what was typed and never sent.
 *
 * @returns how many it removed
 */
export function purgeOnce(clock: Clock): Promise<number> {
  const actor = { kind: 'system', job: 'purge', now: clock.now(), requestId: newRequestId() } as const;
  return withActor(
    actor,
    async (tx) =>
      (await deleteSpentSignups(tx)) +
      (await deleteSpentChallenges(tx)) +
      (await deleteSpentSmsCodes(tx)) +
      (await deleteSentMessages(tx, sentMailDays)) +
      (await markSuccessorsForgotten(tx, successorSeconds)) +
      (await deleteSpentDrafts(tx)),
  );
}

/** At the start and once an hour. Two processes that do it at once remove nothing twice. */
export function startPurge(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const working = repeat('purge_failed', () => purgeOnce(clock), hourMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
