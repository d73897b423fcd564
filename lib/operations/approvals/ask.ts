import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listDeciders } from '#db/queries/administered-accounts';
import { insertApproval } from '#db/queries/approvals';
import { seal } from '#lib/crypto/seal';
import { type IdentityCheck, undecidedDays } from '#lib/domain/approvals';
import { tellAccount } from '#lib/notify/tell-account';
import { type Id, newId } from '#lib/platform/ids';
import type { Role } from '#lib/policy/roles';

interface Wish {
  readonly userId: Id<'users'>;
  readonly askedBy: Id<'users'>;
  readonly reason: string;
  readonly now: Temporal.Instant;
}

type Act =
  | { readonly kind: 'grant_role'; readonly role: Role }
  | { readonly kind: 'recovery'; readonly identity_check: IdentityCheck };

/** A second wish of the same kind about the same account, and one about oneself, the database refuses. */
export const approvalConstraints = { approvals_open: 'conflict', approvals_not_own: 'conflict' } as const;

/** Asks the other admins. Nothing changes before one of them has agreed. */
export async function askForApproval(
  tx: Tx,
  act: Act,
  { userId, askedBy, reason, now }: Wish,
): Promise<Id<'approvals'>> {
  const id = newId('approvals');
  await insertApproval(tx, {
    ...act,
    id,
    status: 'requested',
    user_id: userId,
    requested_by: askedBy,
    reason: seal('approvals.reason', id, reason),
    expires_at: now.add({ hours: 24 * undecidedDays }),
    created_at: now,
  });
  for (const admin of await listDeciders(tx, [userId, askedBy])) {
    await tellAccount(tx, admin, { template: 'approval_asked', params: {} }, now);
  }
  return id;
}
