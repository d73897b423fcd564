import { changeRole } from '#lib/operations/people/change-role';
import { inviteStaff } from '#lib/operations/people/invite';
import { requestRecovery } from '#lib/operations/recoveries/request';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { createAccount, signIn } from '../factories/account';
import { type Visitor, visitor } from '../factories/visitor';
import { ticketFor } from './sign-in-material';

/** An admin who is nobody else in the test. */
export async function anotherAdmin(clock: Clock): Promise<Visitor> {
  return visitor(clock, await signIn(clock, await createAccount(clock, 'admin')));
}

/** What `admin`, or somebody else, has asked for about a new doctor. */
export async function askedRole(clock: Clock, admin?: Visitor): Promise<string> {
  const asking = admin ?? (await anotherAdmin(clock));
  const { id } = await createAccount(clock, 'doctor');
  const asked = await asking.call(changeRole, { id, role: 'admin', reason: 'Takes over from Vera' });
  return asked.approval_id;
}

/** A recovery of this account that an admin has asked for. */
export async function askedRecovery(clock: Clock, id: Id<'users'>): Promise<string> {
  const admin = await anotherAdmin(clock);
  const wish = { id, identity_check: 'in_person', reason: 'Lost phone' } as const;
  return (await admin.call(requestRecovery, wish)).approval_id;
}

/** By which the owner of an account stops its recovery. */
export async function objectionTokenOf(clock: Clock): Promise<string> {
  const account = await createAccount(clock, 'patient');
  const about = await askedRecovery(clock, account.id);
  return ticketFor(clock, account, 'recovery_objection', 'aal1', about);
}

/** What nobody has decided within its week. */
export function lapsedApproval(clock: Clock): Promise<string> {
  return askedRole({ now: () => clock.now().subtract({ hours: 8 * 24 }) });
}

/** A doctor who was invited and has not come yet. */
export async function invitedDoctor(clock: Clock, site: string): Promise<string> {
  const admin = await anotherAdmin(clock);
  const { id } = await admin.call(inviteStaff, staffInvitation(site));
  return id;
}

export const staffInvitation = (site: string) =>
  ({
    email: `new.${newId('users')}@example.org`,
    role: 'doctor',
    first_name: 'Ines',
    last_name: 'Duarte',
    display_name: 'Dr Ines Duarte',
    speciality: 'General practice',
    clinic_id: site,
  }) as const;
