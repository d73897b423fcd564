import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { assignDoctor } from '#lib/operations/care-relationships/assign';
import { endCare } from '#lib/operations/care-relationships/end';
import { endAssignment } from '#lib/operations/care-relationships/end-assignment';
import { grantConsulting } from '#lib/operations/care-relationships/grant-consulting';
import { listOwnCare } from '#lib/operations/care-relationships/list';
import { listAssignedDoctors } from '#lib/operations/care-relationships/list-assigned';
import { listConsulting } from '#lib/operations/care-relationships/list-consulting';
import { getPatient } from '#lib/operations/patients/get';
import { listOwnPatients } from '#lib/operations/patients/list';
import { listChartRecords } from '#lib/operations/records/list';
import { signIn } from '../../factories/account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let doctor: DoctorPerson;
let colleague: DoctorPerson;
let patient: PatientPerson;
let visit: string;
let patient_id: string;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  [doctor, colleague] = [await createDoctor(clinic.clock, site), await createDoctor(clinic.clock, site)];
  patient = await createPatient(clinic.clock, site);
  patient_id = patient.id;
  const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-03T09:00:00Z' };
  visit = (await patient.call(bookAppointment, wish)).id;
});

const subjectsTo = async ({ account }: Person) =>
  (await mailsTo(clinic.database.superuserUrl, account.email)).map(({ subject }) => subject);
const relationOf = (person: Pick<Person, 'call'>) =>
  person.call(getPatient, { id: patient_id }).then(
    ({ relation }) => relation,
    ({ code }) => code as string,
  );
const later = async (person: Person) => visitor(clinic.clock, await signIn(clinic.clock, person.account));
const wish = () => ({ patient_id, doctor_id: colleague.id, scope: 'chart', until: '2026-03-05' }) as const;

describe('a treating doctor', () => {
  it('opens the chart to a colleague until a day; all three know, and the mails name nobody', async () => {
    const { id } = await doctor.call(grantConsulting, wish());
    expect(await relationOf(colleague)).toBe('consulting');
    expect((await colleague.call(listOwnPatients, {})).items).toMatchObject([{ id: patient_id }]);
    const { items } = await patient.call(listOwnCare, {});
    expect(items.find((each) => each.id === id)).toMatchObject({
      ...{ kind: 'consulting', scope: 'chart', reason: 'granted', holds: true },
      ...{ granted_by: 'Dr Amara Okafor', valid_until: '2026-03-06T00:00:00Z' },
      can: { end: { allowed: true }, change_end: { allowed: false } },
    });
    expect(await subjectsTo(patient)).toContain('One more doctor can see your record');
    expect(await subjectsTo(colleague)).toContain('A record was opened to you');
    const mails = await mailsTo(clinic.database.superuserUrl, colleague.account.email);
    expect(mails.at(-1)?.text).not.toMatch(/Elsa|Vargas|Okafor/);
    clinic.clock.set('2026-03-06T00:00:00Z');
    expect(await relationOf(await later(colleague))).toBe('not_found');
  });

  it('opens it to one colleague once at a time, for no longer than the clinic allows, never to themself', async () => {
    const tries = await Promise.allSettled([1, 2].map(() => doctor.call(grantConsulting, wish())));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await doctor.refusal(grantConsulting, wish())).code).toBe('conflict');
    const codeOf = async (more: object) => {
      const { facts } = await doctor.refusal(grantConsulting, { ...wish(), ...more });
      return facts.errors?.[0]?.code;
    };
    expect(await codeOf({ until: '2026-06-01' })).toBe('too_far_ahead');
    expect(await codeOf({ until: '2026-03-01' })).toBe('in_the_past');
    expect(await codeOf({ doctor_id: doctor.id })).toBe('own_account');
  });

  it('is asked for no advice by whoever was asked, by a stranger, or by the patient', async () => {
    await doctor.call(grantConsulting, wish());
    const third = await createDoctor(clinic.clock, doctor.clinicId);
    const asked = { ...wish(), doctor_id: third.id };
    expect((await colleague.refusal(grantConsulting, asked)).code).toBe('forbidden');
    expect((await third.refusal(grantConsulting, asked)).code).toBe('not_found');
    expect((await patient.refusal(grantConsulting, asked)).code).toBe('insufficient_scope');
  });

  it.each(['granter', 'patient', 'another who treats'] as const)('is closed again by the %s', async (by) => {
    const { id } = await doctor.call(grantConsulting, wish());
    const another = await createDoctor(clinic.clock, doctor.clinicId);
    await patient.call(bookAppointment, { doctor_id: another.id, scheduled_at: '2026-03-04T09:00:00Z' });
    const who = { granter: doctor, patient, 'another who treats': another }[by];
    await who.call(endCare, { id });
    expect(await relationOf(colleague)).toBe('not_found');
    expect(await subjectsTo(colleague)).toContain('Access to a record has ended');
    await who.call(endCare, { id });
    expect((await subjectsTo(colleague)).filter((each) => /ended/.test(each))).toHaveLength(1);
  });

  it('closes what they granted also when they treat the patient no longer; a stranger never', async () => {
    const { id } = await doctor.call(grantConsulting, wish());
    const third = await createDoctor(clinic.clock, doctor.clinicId);
    expect((await third.refusal(endCare, { id })).code).toBe('not_found');
    expect((await colleague.refusal(endCare, { id })).code).toBe('forbidden');
    await patient.call(cancelAppointment, { id: visit });
    expect(await relationOf(doctor)).toBe('not_found');
    await doctor.call(endCare, { id });
    expect(await relationOf(colleague)).toBe('not_found');
  });

  it('sees who was asked; whoever was asked sees their own access alone', async () => {
    await doctor.call(grantConsulting, wish());
    const third = await createDoctor(clinic.clock, doctor.clinicId);
    await doctor.call(grantConsulting, { ...wish(), doctor_id: third.id, scope: 'restricted' });
    const all = await doctor.call(listConsulting, { patient_id });
    expect([all.items.length, all.can.grant.allowed]).toEqual([2, true]);
    const own = await third.call(listConsulting, { patient_id });
    expect(own.items).toMatchObject([{ scope: 'restricted', can: { end: { allowed: false } } }]);
    expect(own.can.grant.allowed).toBe(false);
  });
});

describe('an admin', () => {
  const reason = 'Takes over from a colleague';

  it('assigns a doctor to a patient and ends it, sees no chart, and both are told', async () => {
    const admin = await createAdmin(clinic.clock);
    const account = patient.account.id;
    const { id } = await admin.call(assignDoctor, { id: account, doctor_id: colleague.id, reason });
    expect(await relationOf(colleague)).toBe('treating');
    expect((await admin.refusal(listChartRecords, { patient_id })).code).toBe('insufficient_scope');
    const listed = await admin.call(listAssignedDoctors, { id: account });
    // The doctor of the booked visit is the patient's to know.
    expect(listed.items).toMatchObject([{ id, doctor_id: colleague.id, valid_until: null }]);
    expect((await patient.call(listOwnCare, {})).items).toMatchObject([
      { kind: 'treating', reason: 'assigned' },
      { kind: 'treating', reason: 'visit', visit_at: '2026-03-03T09:00:00Z' },
    ]);
    await admin.call(endAssignment, { id: account, assignment_id: id, reason });
    expect(await relationOf(colleague)).toBe('not_found');
    for (const person of [patient, colleague]) {
      expect((await subjectsTo(person)).slice(-1)).toEqual(['Access to a record has ended']);
    }
    const again = await admin.refusal(endAssignment, { id: account, assignment_id: id, reason });
    expect(again.code).toBe('not_found');
  });

  it('assigns one doctor once at a time, and nobody to who has no chart', async () => {
    const admin = await createAdmin(clinic.clock);
    const input = { id: patient.account.id, doctor_id: colleague.id, reason };
    const tries = await Promise.allSettled([1, 2].map(() => admin.call(assignDoctor, input)));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await admin.refusal(assignDoctor, input)).code).toBe('conflict');
    const none = { ...input, id: admin.account.id };
    expect((await admin.refusal(assignDoctor, none)).code).toBe('not_found');
    expect((await doctor.refusal(assignDoctor, input)).code).toBe('insufficient_scope');
  });

  it('who ends an assignment leaves what the patient has booked, and cannot end that', async () => {
    const admin = await createAdmin(clinic.clock);
    const account = patient.account.id;
    // The assignment stands before the booking does: it is not what the booking prolongs.
    const { id } = await admin.call(assignDoctor, { id: account, doctor_id: colleague.id, reason });
    await patient.call(bookAppointment, { doctor_id: colleague.id, scheduled_at: '2026-03-04T09:00:00Z' });
    await admin.call(endAssignment, { id: account, assignment_id: id, reason });
    expect(await relationOf(colleague)).toBe('treating');
    const { items } = await patient.call(listOwnCare, {});
    const booked = items.find(({ reason: why }) => why === 'visit');
    const wrong = { id: account, assignment_id: booked?.id ?? '', reason };
    expect((await admin.refusal(endAssignment, wrong)).code).toBe('not_found');
  });

  it('has not given what a cancelled visit takes away: an assignment outlives it', async () => {
    const admin = await createAdmin(clinic.clock);
    await admin.call(assignDoctor, { id: patient.account.id, doctor_id: doctor.id, reason });
    await patient.call(cancelAppointment, { id: visit });
    expect(await relationOf(doctor)).toBe('treating');
  });
});

describe('a carer', () => {
  it('who books opens the chart to that doctor, who loses it when they cancel', async () => {
    const second = await createDoctor(clinic.clock, doctor.clinicId);
    const carer = await createCarer(clinic, patient, 'appointments');
    const wish = { patient_id, doctor_id: second.id };
    const visits = [
      await carer.call(bookAppointment, { ...wish, scheduled_at: '2026-03-05T09:00:00Z' }),
      await carer.call(bookAppointment, { ...wish, scheduled_at: '2026-03-06T09:00:00Z' }),
    ];
    expect((await second.call(getPatient, { id: patient_id })).relation).toBe('treating');
    const rows = await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`select id from care_relationships where patient_id = ${patient_id} and practitioner_id = ${second.id}`,
    );
    expect(rows).toHaveLength(1);
    for (const { id } of visits) await carer.call(cancelAppointment, { id });
    expect((await second.refusal(getPatient, { id: patient_id })).code).toBe('not_found');
  });
});
