import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { becomePatient, type Tx } from '#db/client';
import type { TicketRow } from '#db/queries/single-use-tickets';
import { appointmentId, type Id } from '#lib/platform/ids';
import { issueTicket, isUsable, presentTicket, ticketPayload } from './ticket';

interface Linked {
  readonly userId: Id<'users'>;
  readonly visit: { readonly id: Id<'appointments'>; readonly scheduled_at: Temporal.Instant };
  readonly now: Temporal.Instant;
}

const meaning = z.strictObject({ id: appointmentId, scheduled_at: z.iso.datetime() });

/** By which a visit is moved or cancelled once, as long as it stands at the time that the mail told, until it begins. */
export async function visitToken(tx: Tx, { userId, visit, now }: Linked): Promise<string> {
  const payload = JSON.stringify({ id: visit.id, scheduled_at: visit.scheduled_at.toString() });
  const grant = { userId, purpose: 'visit_change', assurance: 'aal1', payload, now } as const;
  return (await issueTicket(tx, { ...grant, expiresAt: visit.scheduled_at })).token;
}

interface PresentedLink {
  readonly ticket: TicketRow;
  /** Which visit it is about, and when that was to be. */
  readonly meant: z.output<typeof meaning>;
}

/** A link that is good now, with its owner acting from here on; null for one that is spent, or of a shut account. */
export async function presentVisitLink(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
): Promise<PresentedLink | null> {
  const ticket = await presentTicket(tx, token, 'visit_change');
  const about = ticket && isUsable(ticket, now) ? ticketPayload(ticket) : null;
  if (!ticket || about === null || !(await becomePatient(tx, ticket.user_id))) return null;
  return { ticket, meant: meaning.parse(JSON.parse(about)) };
}
