import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { countComingVisitsOf, findAddressee } from '#db/queries/administered-accounts';
import { grantRole, type lockApproval } from '#db/queries/approvals';
import { findPerson } from '#db/queries/people';
import { preparePractitioner } from '#lib/auth/prepare-practitioner';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { tellAccount } from '#lib/notify/tell-account';
import { mailInvitation } from '../people/mail-invitation';

type Agreed = NonNullable<Awaited<ReturnType<typeof lockApproval>>>;

/**
 * The role that two admins have agreed on. Whoever was only invited so far gets the invitation now; anybody else signs
 * in again, as what they are from here on.
 *
 * @throws OperationError `visits_booked` for a doctor's with visits to come, `conflict` for one that is shut or the last
 *   admin's
 */
export async function carryOutGrant(tx: Tx, agreed: Agreed, now: Temporal.Instant): Promise<void> {
  const { id, user_id: userId } = agreed;
  const [person, owner] = [await findPerson(tx, userId), await findAddressee(tx, userId)];
  if (!person || !owner || person.disabled_at) throw new OperationError('conflict');
  await prepareDoctor(tx, agreed, now);
  if (!(await grantRole(tx, id))) {
    throw new OperationError((await countComingVisitsOf(tx, userId)) > 0 ? 'visits_booked' : 'conflict');
  }
  if (person.is_verified) await tellAccount(tx, owner, { template: 'role_changed', params: {} }, now);
  else await mailInvitation(tx, owner, now);
}

async function prepareDoctor(tx: Tx, agreed: Agreed, now: Temporal.Instant): Promise<void> {
  const { id, user_id: userId, clinic_id, display_name: name, speciality } = agreed;
  if (clinic_id === null || name === null || speciality === null) return;
  const wish = { clinic_id, speciality, display_name: open('approvals.display_name', id, name) };
  await preparePractitioner(tx, userId, wish, now);
}
