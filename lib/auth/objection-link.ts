import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { Id } from '#lib/platform/ids';
import { issueTicket } from './ticket';

interface Asked {
  readonly userId: Id<'users'>;
  readonly approvalId: Id<'approvals'>;
  readonly now: Temporal.Instant;
}

/** By which the owner stops this recovery, and no other one, from the mail that tells of it. */
export async function objectionToken(tx: Tx, { userId, approvalId, now }: Asked): Promise<string> {
  const grant = {
    userId,
    purpose: 'recovery_objection',
    assurance: 'aal1',
    payload: approvalId,
    now,
  } as const;
  return (await issueTicket(tx, grant)).token;
}
