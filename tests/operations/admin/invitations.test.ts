import { afterAll, beforeAll, expect, it } from 'vitest';
import { carryOutDueApprovals } from '#lib/jobs/handlers/carry-out-approvals';
import { decideApproval } from '#lib/operations/approvals/decide';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { listClinics } from '#lib/operations/clinics/list';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { changeRole } from '#lib/operations/people/change-role';
import { disablePerson } from '#lib/operations/people/disable';
import { enablePerson } from '#lib/operations/people/enable';
import { getAccount } from '#lib/operations/people/get-account';
import { inviteStaff } from '#lib/operations/people/invite';
import { resendInvitation } from '#lib/operations/people/resend-invitation';
import { withdrawInvitation } from '#lib/operations/people/withdraw-invitation';
import { getMe } from '#lib/operations/users/get-me';
import { type Id, userId } from '#lib/platform/ids';
import { createAdmin, createDoctor, createSite } from '../../factories/care';
import { enrol, goodPassword, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let site: Id<'clinics'>;
beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
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
  const { id } = await admin.call(inviteStaff, doctor(email));
  const known = await createDoctor(clinic.clock, site);
  const names = async () =>
    (await known.call(listClinicDoctors, {})).items.map(({ display_name }) => display_name);
  expect(await names()).not.toContain('Dr Ines Duarte');
  await stranger().call(acceptInvitation, { token: await mailed(email), password: goodPassword });
  const person = await portalVisitor(clinic.clock, email);
  expect((await person.refusal(getMe, {})).code).toBe('mfa_enrolment_required');
  await enrol(clinic.clock, person);
  expect(await person.call(getMe, {})).toMatchObject({ role: 'doctor', first_name: 'Ines' });
  expect(await names()).toContain('Dr Ines Duarte');
  await admin.call(disablePerson, { id: userId.parse(id), reason: 'Has left' });
  expect(await names()).not.toContain('Dr Ines Duarte');
  await admin.call(enablePerson, { id: userId.parse(id), reason: 'Is back' });
  expect(await names()).toContain('Dr Ines Duarte');
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
  const event = (await clinic.events()).find(({ action }) => action === 'INVITE_USER');
  expect(JSON.stringify(event)).not.toMatch(/example\.org|Ines/);
});

it('the address of a withdrawn invitation is free: to sign up with, and to be invited anew', async () => {
  const admin = await createAdmin(clinic.clock);
  const withdrawn = async (email: string) => {
    const { id } = await admin.call(inviteStaff, doctor(email));
    expect((await admin.refusal(inviteStaff, doctor(email))).code).toBe('conflict');
    await admin.call(withdrawInvitation, { id });
    expect((await admin.refusal(withdrawInvitation, { id })).code).toBe('not_found');
  };
  await withdrawn('own@example.org');
  await verifiedPatient(clinic, 'own@example.org');
  const person = await portalVisitor(clinic.clock, 'own@example.org');
  expect(await person.call(getMe, {})).toMatchObject({ role: 'patient' });
  await withdrawn('anew@example.org');
  await admin.call(inviteStaff, doctor('anew@example.org'));
  const token = await mailed('anew@example.org');
  await stranger().call(acceptInvitation, { token, password: goodPassword });
  const { id } = await (await portalVisitor(clinic.clock, 'own@example.org')).call(getMe, {});
  expect((await admin.refusal(withdrawInvitation, { id: userId.parse(id) })).code).toBe('conflict');
});

it.each(['refused', 'lapsed'] as const)(
  'the address of an admin whose invitation is %s is free',
  async (end) => {
    const [one, two] = [await createAdmin(clinic.clock), await createAdmin(clinic.clock)];
    const wish = { email: `${end}@example.org`, role: 'admin', reason: 'Takes over' } as const;
    const { id, approval_id } = await one.call(inviteStaff, wish);
    if (end === 'refused') await two.call(decideApproval, { id: approval_id ?? '', decision: 'refused' });
    else {
      clinic.clock.advance(7 * 24 * 3600);
      await carryOutDueApprovals(clinic.clock);
    }
    const later = await createAdmin(clinic.clock);
    expect((await later.refusal(getAccount, { id: userId.parse(id) })).code).toBe('not_found');
    expect((await later.call(inviteStaff, wish)).id).not.toBe(id);
  },
);

it('a doctor who is only invited stays so where another role is refused', async () => {
  const [one, two] = [await createAdmin(clinic.clock), await createAdmin(clinic.clock)];
  const id = userId.parse((await one.call(inviteStaff, doctor('stays@example.org'))).id);
  const asked = await one.call(changeRole, { id, role: 'admin', reason: 'Takes over' });
  await two.call(decideApproval, { id: asked.approval_id, decision: 'refused' });
  expect((await one.call(getAccount, { id })).state).toBe('invited');
});

it('an invited doctor works at a site that is named where there are several', async () => {
  const [admin, second] = [await createAdmin(clinic.clock), await createSite(clinic.clock)];
  const unnamed = await admin.refusal(inviteStaff, doctor('nowhere@example.org'));
  expect(unnamed.facts.errors).toMatchObject([{ path: 'clinic_id', code: 'required' }]);
  expect((await admin.call(listClinics, {})).items.map(({ id }) => id).sort()).toEqual([site, second].sort());
  const email = 'second.site@example.org';
  await admin.call(inviteStaff, { ...doctor(email), display_name: 'Dr Second Site', clinic_id: second });
  await stranger().call(acceptInvitation, { token: await mailed(email), password: goodPassword });
  const { items } = await (await createDoctor(clinic.clock, site)).call(listClinicDoctors, {});
  expect(items.find(({ display_name }) => display_name === 'Dr Second Site')?.clinic_id).toBe(second);
});
