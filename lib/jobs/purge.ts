import { withActor } from '#db/client';
import { deleteSentMessages } from '#db/queries/outbox';
import { markSuccessorsForgotten } from '#db/queries/refresh-tokens';
import { deleteSpentSignups } from '#db/queries/sign-in';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from './repeat';

/** Long enough to answer whether a mail has gone out. */
const sentMailDays = 30;
/** Long after the few seconds in which an exchange may be repeated. */
const successorSeconds = 60;
const dayMilliseconds = 24 * 3600 * 1000;

/**
 * Removes what has served: wishes to sign up whose link has run out, mails long after they were sent, and
 * refresh tokens kept for a repeat that never came. Nothing of a chart is in any.
 *
 * @returns how many it removed
 */
export function purgeOnce(clock: Clock): Promise<number> {
  const actor = { kind: 'system', job: 'purge', now: clock.now(), requestId: newRequestId() } as const;
  return withActor(
    actor,
    async (tx) =>
      (await deleteSpentSignups(tx)) +
      (await deleteSentMessages(tx, sentMailDays)) +
      (await markSuccessorsForgotten(tx, successorSeconds)),
  );
}

/** At the start and once a day. Two processes that do it at once remove nothing twice. */
export function startPurge(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const working = repeat('purge_failed', () => purgeOnce(clock), dayMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
