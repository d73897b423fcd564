import type { Tx } from '#db/client';
import { findTicketPayload } from '#db/queries/single-use-tickets';
import { open } from '#lib/crypto/seal';
import { hashToken } from '#lib/crypto/tokens';
import type { Role } from '#lib/policy/roles';
import { effectiveScopes, type Scope } from '#lib/policy/scopes';

/** What the first step of an API's sign-in has asked for, of what the role gives; all of that where it asked for nothing. */
export async function scopesOfTicket(tx: Tx, token: string, role: Role): Promise<readonly Scope[] | null> {
  const ticket = await findTicketPayload(tx, hashToken(token));
  if (!ticket?.payload) return null;
  return effectiveScopes(role, open('single_use_tickets.payload', ticket.id, ticket.payload).split(' '));
}
