import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { Id } from '#lib/platform/ids';
import { issueTicket, isUsable, presentTicket } from './ticket';

/** By which reminders by mail are ended, and nothing else done. A second press changes nothing, so it is not used up. */
export async function remindersToken(tx: Tx, userId: Id<'users'>, now: Temporal.Instant): Promise<string> {
  return (await issueTicket(tx, { userId, purpose: 'reminders_off', assurance: 'aal1', now })).token;
}

/** Whose link it is, who acts from here on; null for one that is unknown or too old. */
export async function presentRemindersLink(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
): Promise<Id<'users'> | null> {
  const ticket = await presentTicket(tx, token, 'reminders_off');
  return ticket && isUsable(ticket, now) ? ticket.user_id : null;
}
