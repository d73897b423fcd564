import { acceptCarerInvitation } from '#lib/operations/care-relationships/accept-invitation';
import { inviteCarer } from '#lib/operations/care-relationships/invite-carer';
import type { TestClinic } from '../harness/clinic';
import { mailedToken } from '../harness/mails';
import { createAccount, signIn } from './account';
import type { PatientPerson, Person } from './care';
import { visitor } from './visitor';

type Scope = 'chart' | 'appointments' | 'chart_and_appointments';

export interface Carer extends Person {
  /** The relationship. */
  readonly careId: string;
}

/** Somebody with an account and without a chart, whom nobody has asked for anything. */
export async function createFriend({ clock }: TestClinic): Promise<Person> {
  const account = await createAccount(clock, 'patient');
  return { ...visitor(clock, await signIn(clock, account)), account };
}

/** The patient invites somebody, who accepts: both as they would. The patient has signed in a moment ago. */
export async function createCarer(
  clinic: TestClinic,
  patient: PatientPerson,
  scope: Scope = 'chart',
  until?: string,
): Promise<Carer> {
  const friend = await createFriend(clinic);
  const { email } = friend.account;
  await patient.call(inviteCarer, { carer_name: 'My daughter Rosa', email, scope, ...(until && { until }) });
  const token = await mailedToken(clinic.database.superuserUrl, email);
  const { id } = await friend.call(acceptCarerInvitation, { token });
  return { ...friend, careId: id };
}
