import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideApproval } from '#lib/operations/approvals/decide';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { getAccount } from '#lib/operations/people/get-account';
import { inviteStaff } from '#lib/operations/people/invite';
import { resendInvitation } from '#lib/operations/people/resend-invitation';
import { withdrawInvitation } from '#lib/operations/people/withdraw-invitation';
import { getMe } from '#lib/operations/users/get-me';
import { userId } from '#lib/platform/ids';
import { createAdmin, createSite } from '../../factories/care';
import { enrol, goodPassword, portalVisitor, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await createSite(clinic.clock);
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
const mailed = (email: string) => mailedToken(clinic.database.superuserUrl, email);
const doctor = (email: string) =>
  ({
    ...{ email, role: 'doctor' as const, first_name: 'Ines', last_name: 'Duarte' },
    ...{ display_name: 'Dr Ines Duarte', speciality: 'General practice' },
  }) as const;

it('an invited doctor chooses a password, has to enrol, and is then one of the clinic’s doctors', async () => {
  const [admin, email] = [await createAdmin(clinic.clock), 'ines@example.org'];
  await admin.call(inviteStaff, doctor(email));
  await stranger().call(acceptInvitation, { token: await mailed(email), password: goodPassword });
  const person = await portalVisitor(clinic.clock, email);
  expect((await person.refusal(getMe, {})).code).toBe('mfa_enrolment_required');
  await enrol(clinic.clock, person);
  expect(await person.call(getMe, {})).toMatchObject({ role: 'doctor', first_name: 'Ines' });
  const { items } = await person.call(listClinicDoctors, {});
  expect(items.map(({ display_name }) => display_name)).toContain('Dr Ines Duarte');
});

it('an invited admin gets no link, and is none, before a second admin has agreed', async () => {
  const [one, two, email] = [
    await createAdmin(clinic.clock),
    await createAdmin(clinic.clock),
    'new.admin@example.org',
  ];
  const wish = { email, role: 'admin', reason: 'Takes over' } as const;
  const { id: invited, approval_id } = await one.call(inviteStaff, wish);
  const id = userId.parse(invited);
  expect(await mailsTo(clinic.database.superuserUrl, email)).toEqual([]);
  expect((await one.call(getAccount, { id })).role).toBe('patient');
  expect((await one.refusal(resendInvitation, { id })).code).toBe('conflict');
  await two.call(decideApproval, { id: approval_id ?? '', decision: 'approved' });
  await stranger().call(acceptInvitation, { token: await mailed(email), password: goodPassword });
  const person = await portalVisitor(clinic.clock, email);
  await enrol(clinic.clock, person);
  expect(await person.call(getMe, {})).toMatchObject({ role: 'admin' });
});

it('an invitation is mailed again, and withdrawn: then its links open nothing', async () => {
  const [admin, email] = [await createAdmin(clinic.clock), 'withdrawn@example.org'];
  const { id } = await admin.call(inviteStaff, doctor(email));
  const first = await mailed(email);
  await admin.call(resendInvitation, { id });
  const second = await mailed(email);
  expect(second).not.toBe(first);
  await admin.call(withdrawInvitation, { id });
  for (const token of [first, second]) {
    const error = await stranger().refusal(acceptInvitation, { token, password: goodPassword });
    expect(error.facts.errors?.map(({ code }) => code)).toEqual(['invalid_token']);
  }
  expect((await admin.refusal(inviteStaff, doctor(email))).code).toBe('conflict');
  const event = (await clinic.events()).find(({ action }) => action === 'INVITE_USER');
  expect(JSON.stringify(event)).not.toMatch(/example\.org|Ines/);
});
