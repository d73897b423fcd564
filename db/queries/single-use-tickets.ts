import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { singleUseTickets, type TicketPurpose } from '../schema/single-use-tickets';

export type TicketRow = Pick<
  typeof singleUseTickets.$inferSelect,
  | 'id'
  | 'user_id'
  | 'purpose'
  | 'assurance'
  | 'payload'
  | 'attempts'
  | 'created_at'
  | 'expires_at'
  | 'used_at'
>;

/** The ticket, held until the end of the transaction: parallel uses see one another. */
export async function lockTicket(tx: Tx, id: Id<'single_use_tickets'>): Promise<TicketRow | null> {
  const [row] = await tx<TicketRow[]>`
    select id, user_id, purpose, assurance, payload, attempts, created_at, expires_at, used_at
      from single_use_tickets where id = ${id} for update`;
  return row ?? null;
}

/** What a ticket of the actor is about, used or not. */
export async function findTicketPayload(
  tx: Tx,
  tokenHash: Uint8Array,
): Promise<Pick<typeof singleUseTickets.$inferSelect, 'id' | 'payload'> | null> {
  const [row] = await tx<Pick<typeof singleUseTickets.$inferSelect, 'id' | 'payload'>[]>`
    select id, payload from single_use_tickets where token_hash = ${tokenHash}`;
  return row ?? null;
}

export async function markTicketUsed(tx: Tx, id: Id<'single_use_tickets'>): Promise<boolean> {
  const { count } = await tx`
    update single_use_tickets set used_at = app.now() where id = ${id} and used_at is null`;
  return count === 1;
}

/** Takes back what else the actor was given for these purposes: a changed password opens no half-finished sign-in. */
export async function markTicketsVoid(tx: Tx, purposes: readonly TicketPurpose[]): Promise<void> {
  await tx`
    update single_use_tickets set used_at = app.now()
     where user_id = app.user_id() and used_at is null and purpose in ${tx([...purposes])}`;
}

/** One wrong answer more. */
export async function countTicketAttempt(tx: Tx, id: Id<'single_use_tickets'>): Promise<void> {
  await tx`update single_use_tickets set attempts = attempts + 1 where id = ${id}`;
}

export function insertTicket(tx: Tx, row: typeof singleUseTickets.$inferInsert): Statement {
  return insertRow(tx, singleUseTickets, row);
}

/** The same work as `insertTicket`, for whom there is no account: leaves nothing behind. */
export async function insertNobodysTicket(tx: Tx, userId: Id<'users'>): Promise<void> {
  await tx`
    insert into single_use_tickets (id, user_id, purpose, token_hash, assurance, created_at, expires_at)
    select ${userId}::uuid, u.id, 'password_reset', u.email_index, 'aal1', app.now(), app.now() from users u
     where u.id = ${userId}`;
}
