import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { becomePatient, type Tx } from '#db/client';
import type { TicketRow } from '#db/queries/single-use-tickets';
import { type Id, waitingListOfferId } from '#lib/platform/ids';
import { issueTicket, isUsable, presentTicket, ticketPayload } from './ticket';

interface Offered {
  readonly userId: Id<'users'>;
  readonly offer: {
    readonly id: Id<'waiting_list_offers'>;
    readonly expires_at: Temporal.Instant;
  };
  readonly now: Temporal.Instant;
}

const meaning = z.strictObject({ id: waitingListOfferId });

/** By which an offered time is taken or declined once, as long as it is kept. */
export async function offerToken(tx: Tx, { userId, offer, now }: Offered): Promise<string> {
  const payload = JSON.stringify({ id: offer.id });
  const grant = {
    userId,
    purpose: 'visit_offer',
    assurance: 'aal1',
    payload,
    now,
  } as const;
  return (await issueTicket(tx, { ...grant, expiresAt: offer.expires_at })).token;
}

interface PresentedLink {
  readonly ticket: TicketRow;
  readonly offerId: Id<'waiting_list_offers'>;
}

/** A link that is good now, with its owner acting from here on; null for one that is spent, or of a shut account. */
export async function presentOfferLink(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
): Promise<PresentedLink | null> {
  const ticket = await presentTicket(tx, token, 'visit_offer');
  const about = ticket && isUsable(ticket, now) ? ticketPayload(ticket) : null;
  if (!ticket || about === null || !(await becomePatient(tx, ticket.user_id))) return null;
  return { ticket, offerId: meaning.parse(JSON.parse(about)).id };
}
