import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { acceptCarerInvitation } from '#lib/operations/care-relationships/accept-invitation';
import { changeCareEnd } from '#lib/operations/care-relationships/change-end';
import { endCare } from '#lib/operations/care-relationships/end';
import { getCarerInvitation } from '#lib/operations/care-relationships/get-invitation';
import { inviteCarer } from '#lib/operations/care-relationships/invite-carer';
import { listOwnCare } from '#lib/operations/care-relationships/list';
import { listHeldCharts } from '#lib/operations/care-relationships/list-held';
import { withdrawCarerInvitation } from '#lib/operations/care-relationships/withdraw-invitation';
import { getPatient } from '#lib/operations/patients/get';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { signIn } from '../../factories/account';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../../factories/care';
import { createCarer, createFriend } from '../../factories/carer';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let patient_id: string;
let record: string;

const nine = '2026-03-03T09:00:00Z';
const url = () => clinic.database.superuserUrl;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// Monday, 2 March 2026, 10:00 in London.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  patient_id = patient.id;
  await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
  const content = { text: 'Essential hypertension', clinical_status: 'active' } as const;
  record = (await doctor.call(createRecord, { patient_id, record_type: 'diagnosis', content })).id;
});

const invitation = (friend: Person, more: object = {}) =>
  ({ carer_name: 'My daughter Rosa', email: friend.account.email, scope: 'chart', ...more }) as const;
const tokenOf = (friend: Person) => mailedToken(url(), friend.account.email);
/** The same person in a new session. */
const later = async (person: Person) => visitor(clinic.clock, await signIn(clinic.clock, person.account));

describe('an invitation', () => {
  it('opens nothing before it is accepted, and says nothing of whose record it is about', async () => {
    const friend = await createFriend(clinic);
    await patient.call(inviteCarer, invitation(friend));
    expect((await friend.refusal(listChartRecords, { patient_id })).code).toBe('not_found');
    const token = await tokenOf(friend);
    expect(await friend.call(getCarerInvitation, { token })).toEqual({
      invitation: { scope: 'chart', valid_until: null },
    });
    const mail = (await mailsTo(url(), friend.account.email)).at(-1);
    expect(mail?.text).not.toMatch(/Elsa|Vargas|Rosa|hypertension/);
    expect((await patient.call(listOwnCare, {})).invitations).toMatchObject([
      { name: 'My daughter Rosa', email: friend.account.email, scope: 'chart' },
    ]);
  });

  it('is answered and mailed alike to an address with an account and to one without', async () => {
    const friend = await createFriend(clinic);
    const answers = [friend.account.email, 'nobody@example.org'].map((email) =>
      patient.call(inviteCarer, { ...invitation(friend), email }),
    );
    const [known, unknown] = await Promise.all(answers);
    const same = { id: '', email: '', created_at: '', expires_at: '' };
    expect({ ...known, ...same }).toEqual({ ...unknown, ...same });
    const words = async (address: string) => {
      const [mail] = (await mailsTo(url(), address)).slice(-1);
      return [mail?.subject, mail?.text.replaceAll(mail.link, '<link>')];
    };
    expect(await words(friend.account.email)).toEqual(await words('nobody@example.org'));
  });

  it('is used once, also by two clicks at a time', async () => {
    const friend = await createFriend(clinic);
    await patient.call(inviteCarer, invitation(friend));
    const token = await tokenOf(friend);
    const tries = await Promise.allSettled([1, 2].map(() => friend.call(acceptCarerInvitation, { token })));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await friend.refusal(acceptCarerInvitation, { token })).code).toBe('validation_failed');
    expect((await friend.call(listHeldCharts, {})).items).toHaveLength(1);
  });

  it('opens nothing to another address, to the patient, to staff, once it is too old or taken back', async () => {
    const friend = await createFriend(clinic);
    const { id } = await patient.call(inviteCarer, invitation(friend));
    const token = await tokenOf(friend);
    const stranger = await createFriend(clinic);
    expect((await stranger.refusal(acceptCarerInvitation, { token })).code).toBe('validation_failed');
    expect(await stranger.call(getCarerInvitation, { token })).toEqual({ invitation: null });
    await asRole(url(), (sql) => sql`update users set role = 'doctor' where id = ${friend.account.id}`);
    expect((await friend.refusal(acceptCarerInvitation, { token })).code).toBe('forbidden');
    await asRole(url(), (sql) => sql`update users set role = 'patient' where id = ${friend.account.id}`);
    await patient.call(withdrawCarerInvitation, { id });
    expect((await friend.refusal(acceptCarerInvitation, { token })).code).toBe('validation_failed');
    expect((await patient.refusal(withdrawCarerInvitation, { id })).code).toBe('not_found');

    await patient.call(inviteCarer, invitation(friend));
    const second = await tokenOf(friend);
    clinic.clock.advance(14 * 86_400);
    expect((await (await later(friend)).refusal(acceptCarerInvitation, { token: second })).code).toBe(
      'validation_failed',
    );
    const own = { ...invitation(friend), email: patient.account.email };
    const again = await later(patient);
    await again.call(inviteCarer, own);
    const mine = await mailedToken(url(), patient.account.email);
    expect((await again.refusal(acceptCarerInvitation, { token: mine })).code).toBe('validation_failed');
  });

  it('is sent after a fresh sign-in only, and by nobody for another', async () => {
    const friend = await createFriend(clinic);
    expect((await friend.refusal(inviteCarer, invitation(friend))).code).toBe('validation_failed');
    clinic.clock.advance(301);
    const { code } = await patient.refusal(inviteCarer, invitation(friend));
    expect(code).toBe('insufficient_user_authentication');
  });

  it('cannot end before it begins, and is refused twice for one person', async () => {
    const friend = await createFriend(clinic);
    const past = await patient.refusal(inviteCarer, invitation(friend, { until: '2026-03-01' }));
    expect(past.facts.errors).toMatchObject([{ path: 'until', code: 'in_the_past' }]);
    for (const scope of ['chart', 'appointments'] as const) {
      await patient.call(inviteCarer, invitation(friend, { scope }));
    }
    const token = await tokenOf(friend);
    await friend.call(acceptCarerInvitation, { token });
    await patient.call(inviteCarer, invitation(friend));
    const more = await tokenOf(friend);
    expect((await friend.refusal(acceptCarerInvitation, { token: more })).code).toBe('conflict');
  });
});

const actsOf = async (person: Pick<Person, 'call' | 'refusal'>) => {
  const at = '2026-03-04T09:00:00Z';
  const outcome = (act: Promise<unknown>) =>
    act.then(
      () => 'yes',
      ({ code }) => code as string,
    );
  return {
    record: await outcome(person.call(getRecord, { id: record })),
    records: await outcome(person.call(listChartRecords, { patient_id })),
    banner: await outcome(person.call(getPatient, { id: patient_id })),
    visits: await outcome(person.call(listOwnAppointments, { patient_id })),
    book: await outcome(person.call(bookAppointment, { patient_id, doctor_id: doctor.id, scheduled_at: at })),
  };
};

describe('a carer', () => {
  it.each([
    ['chart', { record: 'yes', records: 'yes', banner: 'yes', visits: 'yes', book: 'forbidden' }],
    [
      'appointments',
      { record: 'not_found', records: 'forbidden', banner: 'forbidden', visits: 'yes', book: 'yes' },
    ],
    ['chart_and_appointments', { record: 'yes', records: 'yes', banner: 'yes', visits: 'yes', book: 'yes' }],
  ] as const)('of %s reads and does no more than that', async (scope, expected) => {
    expect(await actsOf(await createCarer(clinic, patient, scope))).toEqual(expected);
  });

  const nothing = {
    record: 'not_found',
    records: 'not_found',
    banner: 'not_found',
    visits: 'not_found',
    book: 'not_found',
  };

  it('sees nothing from the moment on in which the patient ends it; both read who ended it', async () => {
    const carer = await createCarer(clinic, patient, 'chart_and_appointments');
    await patient.call(endCare, { id: carer.careId });
    expect(await actsOf(carer)).toEqual(nothing);
    expect((await carer.call(listHeldCharts, {})).items).toEqual([]);
    const { items } = await patient.call(listOwnCare, {});
    expect(items.find(({ id }) => id === carer.careId)).toMatchObject({
      ...{ kind: 'carer', holds: false, ended_by: 'you', name: 'My daughter Rosa' },
      can: { end: { allowed: false }, change_end: { allowed: false } },
    });
    expect((await mailsTo(url(), carer.account.email)).at(-1)?.subject).toMatch(/has ended/);
  });

  it('leaves, and is told of as the one who left', async () => {
    const carer = await createCarer(clinic, patient);
    await carer.call(endCare, { id: carer.careId });
    expect(await actsOf(carer)).toEqual(nothing);
    const { items } = await patient.call(listOwnCare, {});
    expect(items.find(({ id }) => id === carer.careId)?.ended_by).toBe('them');
    expect((await mailsTo(url(), patient.account.email)).at(-1)?.subject).toMatch(/has ended/);
  });

  it('stays through the last day by the patient’s clock, and no longer', async () => {
    const carer = await createCarer(clinic, patient, 'chart', '2026-03-03');
    clinic.clock.set('2026-03-03T23:59:59Z');
    expect((await actsOf(await later(carer))).record).toBe('yes');
    clinic.clock.set('2026-03-04T00:00:00Z');
    expect(await actsOf(await later(carer))).toEqual(nothing);
    const { items } = await (await later(patient)).call(listOwnCare, {});
    expect(items.find(({ id }) => id === carer.careId)).toMatchObject({ holds: false, ended_by: null });
  });

  it('stays longer or less long as the patient says; what has ended stays ended', async () => {
    const carer = await createCarer(clinic, patient, 'chart', '2026-03-03');
    await patient.call(changeCareEnd, { id: carer.careId, until: '2026-03-10' });
    expect((await carer.call(listHeldCharts, {})).items).toMatchObject([
      { valid_until: '2026-03-11T00:00:00Z' },
    ]);
    await patient.call(changeCareEnd, { id: carer.careId });
    expect((await carer.call(listHeldCharts, {})).items).toMatchObject([{ valid_until: null }]);
    expect((await carer.refusal(changeCareEnd, { id: carer.careId })).code).toBe('forbidden');
    await patient.call(endCare, { id: carer.careId });
    expect((await patient.refusal(changeCareEnd, { id: carer.careId })).code).toBe('conflict');
    expect(await actsOf(carer)).toEqual(nothing);
  });

  it('is nobody’s business but the patient’s', async () => {
    const carer = await createCarer(clinic, patient);
    const [other, friend] = [await createPatient(clinic.clock, doctor.clinicId), await createFriend(clinic)];
    for (const person of [other, friend, doctor]) {
      expect((await person.refusal(endCare, { id: carer.careId })).code).toBe('not_found');
      expect((await person.refusal(changeCareEnd, { id: carer.careId })).code).toBe('not_found');
    }
    expect((await carer.call(listOwnCare, {})).items).toEqual([]);
  });
});
