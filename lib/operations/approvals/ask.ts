import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listDeciders } from '#db/queries/administered-accounts';
import { insertApproval } from '#db/queries/approvals';
import type { DoctorWish } from '#lib/auth/prepare-practitioner';
import { seal } from '#lib/crypto/seal';
import { type IdentityCheck, undecidedDays } from '#lib/domain/approvals';
import { tellAccount } from '#lib/notify/tell-account';
import { type Id, newId } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import type { Role } from '#lib/policy/roles';
import type { AuditNotes } from '../kernel/declaration';

/** Of the run in which an admin asks: what every operation that does so has. */
interface Asking {
  readonly tx: Tx;
  readonly actor: UserActor;
  readonly now: Temporal.Instant;
  readonly audit: (notes: AuditNotes) => void;
}

interface Wish {
  readonly userId: Id<'users'>;
  readonly reason: string;
}

type Act =
  | { readonly kind: 'grant_role'; readonly role: Role; readonly doctor?: DoctorWish | undefined }
  | { readonly kind: 'recovery'; readonly identity_check: IdentityCheck; readonly doctor?: undefined };

/** A second wish of the same kind about the same account, and one about oneself, the database refuses. */
export const approvalConstraints = { approvals_open: 'conflict', approvals_not_own: 'conflict' } as const;

/** Asks the other admins. Nothing changes before one of them has agreed. */
export async function askForApproval(
  { tx, actor, now, audit }: Asking,
  { doctor, ...act }: Act,
  { userId, reason }: Wish,
): Promise<{ approval_id: Id<'approvals'>; status: 'requested' }> {
  const askedBy = actor.user_id;
  const id = newId('approvals');
  await insertApproval(tx, {
    ...act,
    ...(doctor && { ...doctor, display_name: seal('approvals.display_name', id, doctor.display_name) }),
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
  audit({ additional_info: { approval_id: id } });
  return { approval_id: id, status: 'requested' };
}
