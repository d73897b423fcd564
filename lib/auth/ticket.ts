import type { Temporal } from 'temporal-polyfill';
import { become, type Tx, withActor } from '#db/client';
import { findTicketOwner } from '#db/queries/sign-in';
import { insertTicket, lockTicket, type TicketRow } from '#db/queries/single-use-tickets';
import { open, seal } from '#lib/crypto/seal';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { type Id, newId } from '#lib/platform/ids';
import type { Moment } from './moment';

type TicketPurpose = TicketRow['purpose'];

/** How long a ticket waits. The portal's is redeemed by the very next step of the server. */
const lifeSeconds: Readonly<Record<Exclude<TicketPurpose, 'visit_change' | 'visit_offer'>, number>> = {
  second_factor: 5 * 60,
  portal_session: 60,
  invitation: 72 * 60 * 60,
  password_reset: 30 * 60,
  email_change: 24 * 60 * 60,
  undo_deletion: 30 * 24 * 60 * 60,
  recovery: 24 * 60 * 60,
  // A week until a second admin has agreed, and the time to wait after that.
  recovery_objection: 14 * 24 * 60 * 60,
  // Whoever finds the mail weeks later still wants no more of them.
  reminders_off: 60 * 24 * 60 * 60,
};

/** Wrong answers after which a ticket is dead (OWASP ASVS 5, 6.6.3). */
const maxAttempts = 5;

type Grant = {
  readonly userId: Id<'users'>;
  readonly assurance: 'aal1' | 'aal2';
  /** What the right is about, for whoever redeems it. */
  readonly payload?: string;
  readonly now: Temporal.Instant;
} & (
  | { readonly purpose: keyof typeof lifeSeconds }
  /** Until the visit begins, or its offer ends. */
  | { readonly purpose: 'visit_change' | 'visit_offer'; readonly expiresAt: Temporal.Instant }
);

/** A right to do one thing once. The token is shown here and never again. */
export async function issueTicket(
  tx: Tx,
  grant: Grant,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const { userId, purpose, assurance, payload, now } = grant;
  const [id, token] = [newId('single_use_tickets'), randomToken()];
  const expiresAt = 'expiresAt' in grant ? grant.expiresAt : now.add({ seconds: lifeSeconds[grant.purpose] });
  await insertTicket(tx, {
    id,
    user_id: userId,
    purpose,
    assurance,
    token_hash: hashToken(token),
    payload: payload === undefined ? null : seal('single_use_tickets.payload', id, payload),
    created_at: now,
    expires_at: expiresAt,
  });
  return { token, expiresAt };
}

/** Whose ticket it is, good or spent. Opens nothing: for a throttle's key. */
export async function ticketOwner(
  token: string,
  purpose: TicketPurpose,
  moment: Moment,
): Promise<Id<'users'> | null> {
  const owner = await withActor({ kind: 'anonymous', ...moment }, (tx) =>
    findTicketOwner(tx, hashToken(token), purpose),
  );
  return owner?.user_id ?? null;
}

/** Whose ticket it is, if it is good now: a look before slow work, which `presentTicket` repeats under lock. */
export function usableTicketOwner(
  token: string,
  purpose: TicketPurpose,
  moment: Moment,
): Promise<Id<'users'> | null> {
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    const ticket = await presentTicket(tx, token, purpose);
    return ticket && isUsable(ticket, moment.now) ? ticket.user_id : null;
  });
}

/**
 * The ticket, locked, with its owner acting from here on; null for one that is unknown. Parallel uses come one after
 * the other, so what `isUsable` says still holds when the ticket is marked.
 */
export async function presentTicket(
  tx: Tx,
  token: string,
  purpose: TicketPurpose,
): Promise<TicketRow | null> {
  const owner = await findTicketOwner(tx, hashToken(token), purpose);
  if (!owner) return null;
  await become(tx, owner.user_id);
  return lockTicket(tx, owner.id);
}

export function isUsable(ticket: TicketRow, now: Temporal.Instant): boolean {
  const inTime = ticket.expires_at.epochNanoseconds > now.epochNanoseconds;
  return ticket.used_at === null && inTime && ticket.attempts < maxAttempts;
}

/** What a ticket is about. */
export const ticketPayload = ({ id, payload }: TicketRow): string | null =>
  payload && open('single_use_tickets.payload', id, payload);
