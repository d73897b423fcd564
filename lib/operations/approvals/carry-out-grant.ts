import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { countComingVisitsOf, findAddressee } from '#db/queries/administered-accounts';
import { grantRole } from '#db/queries/approvals';
import { findPerson } from '#db/queries/people';
import { OperationError } from '#lib/errors/operation-error';
import { tellAccount } from '#lib/notify/tell-account';
import type { Id } from '#lib/platform/ids';
import { mailInvitation } from '../people/mail-invitation';

interface Agreed {
  readonly id: Id<'approvals'>;
  readonly user_id: Id<'users'>;
}

/**
 * The role that two admins have agreed on. Whoever was only invited so far gets the invitation now; anybody else signs
 * in again, as what they are from here on.
 *
 * @throws OperationError `visits_booked` for a doctor's with visits to come, `conflict` for one that is shut or the last
 *   admin's
 */
export async function carryOutGrant(
  tx: Tx,
  { id, user_id: userId }: Agreed,
  now: Temporal.Instant,
): Promise<void> {
  const [person, owner] = [await findPerson(tx, userId), await findAddressee(tx, userId)];
  if (!person || !owner || person.disabled_at) throw new OperationError('conflict');
  if (!(await grantRole(tx, id))) {
    throw new OperationError((await countComingVisitsOf(tx, userId)) > 0 ? 'visits_booked' : 'conflict');
  }
  if (person.is_verified) await tellAccount(tx, owner, { template: 'role_changed', params: {} }, now);
  else await mailInvitation(tx, owner, now);
}
