import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { type SecondFactorKind, secondFactorKinds } from '#db/queries/sessions';
import type { TicketRow } from '#db/queries/single-use-tickets';
import type { Id } from '#lib/platform/ids';
import { issueTicket, ticketPayload } from './ticket';

const payload = z.strictObject({
  second_factor: z.enum(secondFactorKinds).nullable(),
  trust_device: z.boolean(),
  proven_at: z.iso.datetime().transform((text) => Temporal.Instant.from(text)),
});

interface PortalGrant {
  readonly userId: Id<'users'>;
  /** What was proven beside the password, or instead of it; null: nothing. */
  readonly secondFactor: SecondFactorKind | null;
  /** The person has asked that this browser be trusted. */
  readonly trustDevice?: boolean;
  /** When that was, where it was not just now. */
  readonly provenAt?: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** The right to open one session of the portal, and what that session is told of how it came about. */
export async function issuePortalTicket(
  tx: Tx,
  { userId, secondFactor, trustDevice = false, now, provenAt = now }: PortalGrant,
): Promise<string> {
  const { token } = await issueTicket(tx, {
    ...{ userId, now, purpose: 'portal_session' },
    assurance: secondFactor === null ? 'aal1' : 'aal2',
    payload: JSON.stringify({
      second_factor: secondFactor,
      trust_device: trustDevice,
      proven_at: provenAt.toString(),
    }),
  });
  return token;
}

/** What `issuePortalTicket` has written. */
export function portalTicketPayload(ticket: TicketRow): z.output<typeof payload> {
  return payload.parse(JSON.parse(ticketPayload(ticket) ?? ''));
}
