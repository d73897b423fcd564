import type { Tx } from '#db/client';
import { findTicketPayload } from '#db/queries/single-use-tickets';
import { open } from '#lib/crypto/seal';
import { hashToken } from '#lib/crypto/tokens';

/** What a ticket of the actor, used or not, is about; null where it was issued about nothing. */
export async function payloadOfTicket(tx: Tx, token: string): Promise<string | null> {
  const ticket = await findTicketPayload(tx, hashToken(token));
  return ticket?.payload ? open('single_use_tickets.payload', ticket.id, ticket.payload) : null;
}
