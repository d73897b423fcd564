import type { Tx } from '#db/client';
import { markOwnCalendarFeedRevoked } from '#db/queries/calendar-feeds';
import { markTicketsVoid } from '#db/queries/single-use-tickets';

/**
 * Ends what works for weeks without a sign-in: the links of mails about the actor's visits, and the address that their
 * calendar reads. Whoever reads a mailbox that is theirs no more, or was in their account, has it no longer.
 */
export async function endStandingLinks(tx: Tx): Promise<void> {
  await markTicketsVoid(tx, ['visit_change', 'visit_offer', 'reminders_off']);
  await markOwnCalendarFeedRevoked(tx);
}
