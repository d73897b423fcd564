import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { updateAppointment } from '#lib/operations/appointments/update';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; London leaves UTC on 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});

const nine = '2026-03-03T09:00:00Z';
const summer = '2026-03-30T08:00:00Z';
const wish = () => ({ doctor_id: doctor.id, scheduled_at: nine, notes: 'Canary-41c cough' });
const told = (person: PatientPerson = patient) => mailsTo(clinic.database.superuserUrl, person.account.email);
const last = async () => (await told()).at(-1);

describe('a patient', () => {
  it('is told of a visit that was booked: when, in the zone that is named, and nothing else', async () => {
    await patient.call(bookAppointment, wish());
    const [mail, ...more] = await told();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: 'A visit is booked' });
    expect(mail?.text).toContain('Tuesday 3 March 2026, 09:00 (Europe/London)');
    expect(mail?.text).toContain(mail?.link);
    expect(mail?.link).toMatch(/\/visit-change\?token=[\w-]{43}$/);
    const whole = JSON.stringify(mail);
    for (const word of ['Amara', 'Okafor', 'Elsa', 'Vargas', 'General practice', 'Canary', 'Northgate']) {
      expect(whole).not.toContain(word);
    }
  });

  it('is told that it is by video where it is, also when it was moved', async () => {
    const { id } = await patient.call(bookAppointment, { ...wish(), mode: 'video' });
    expect((await last())?.text).toContain('Tuesday 3 March 2026, 09:00 (Europe/London), by video');
    await patient.call(updateAppointment, { id, scheduled_at: summer });
    expect((await last())?.text).toContain('Monday 30 March 2026, 09:00 (Europe/London), by video');
  });

  it('is told when it is moved, by the clock of the new day, and when it is cancelled', async () => {
    const { id } = await patient.call(bookAppointment, wish());
    await patient.call(updateAppointment, { id, scheduled_at: summer });
    expect(await last()).toMatchObject({ subject: 'A visit was moved' });
    expect((await last())?.text).toContain('Monday 30 March 2026, 09:00 (Europe/London)');
    await patient.call(cancelAppointment, { id });
    const mail = await last();
    expect(mail?.subject).toBe('A visit was cancelled');
    expect(mail?.link).not.toContain('token');
    expect(mail?.text).not.toContain('your clinic');
    expect(await told()).toHaveLength(3);
  });

  it('hears that it was the clinic where it was', async () => {
    await relate(clinic.clock, patient, doctor);
    const { id } = await doctor.call(bookAppointment, { ...wish(), patient_id: patient.id });
    await doctor.call(updateAppointment, { id, scheduled_at: '2026-03-04T19:00:00Z' });
    await doctor.call(cancelAppointment, { id });
    const texts = (await told()).map(({ text }) => text);
    expect(texts.map((text) => /your clinic has (\w+)/.exec(text)?.[1])).toEqual([
      'booked',
      'moved',
      'cancelled',
    ]);
  });

  it('hears nothing of a note, of a time that is only held, or of what is refused', async () => {
    const { notes, ...held } = wish();
    await patient.call(holdAppointment, held);
    expect(await told()).toEqual([]);
    const { id } = await patient.call(bookAppointment, wish());
    await patient.call(updateAppointment, { id, notes: 'Worse' });
    await patient.refusal(updateAppointment, { id, scheduled_at: '2026-03-04T09:10:00Z' });
    expect(await told()).toHaveLength(1);
  });

  it('hears nothing of a visit that is over', async () => {
    const today = { ...wish(), scheduled_at: '2026-03-02T11:00:00Z' };
    const { id } = await patient.call(bookAppointment, today);
    clinic.clock.set('2026-03-02T11:01:00Z');
    await doctor.call(cancelAppointment, { id });
    expect(await told()).toHaveLength(1);
  });

  it('reads no mail of an account that is shut, while staff go on', async () => {
    await relate(clinic.clock, patient, doctor);
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update users set disabled_at = now() where id = ${patient.account.id}`,
    );
    await doctor.call(bookAppointment, { ...wish(), patient_id: patient.id });
    expect(await told()).toEqual([]);
  });
});

describe('carers', () => {
  const withoutAccount = () =>
    asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update patients set user_id = null where id = ${patient.id}`,
    );

  it('who may book are told in the place of a patient without an account, each with a link of their own', async () => {
    const rosa = await createCarer(clinic, patient, 'appointments');
    const juan = await createCarer(clinic, patient, 'chart_and_appointments');
    const reader = await createCarer(clinic, patient, 'chart');
    await withoutAccount();
    await rosa.call(bookAppointment, { ...wish(), patient_id: patient.id });
    const of = async (address: string) =>
      (await mailsTo(clinic.database.superuserUrl, address)).filter(({ subject }) => /visit/.test(subject));
    const [toRosa, toJuan] = [await of(rosa.account.email), await of(juan.account.email)];
    expect([toRosa.length, toJuan.length]).toEqual([1, 1]);
    expect(toRosa[0]?.link).not.toBe(toJuan[0]?.link);
    expect(await of(reader.account.email)).toEqual([]);
  });

  it('are told as well where the account of the patient is shut', async () => {
    const rosa = await createCarer(clinic, patient, 'appointments');
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update users set disabled_at = now() where id = ${patient.account.id}`,
    );
    await rosa.call(bookAppointment, { ...wish(), patient_id: patient.id });
    const mails = await mailsTo(clinic.database.superuserUrl, rosa.account.email);
    expect(mails.filter(({ subject }) => /visit/.test(subject))).toHaveLength(1);
  });

  it('are not where the patient has one', async () => {
    const rosa = await createCarer(clinic, patient, 'appointments');
    await rosa.call(bookAppointment, { ...wish(), patient_id: patient.id });
    const mails = await mailsTo(clinic.database.superuserUrl, rosa.account.email);
    expect(mails.filter(({ subject }) => /visit/.test(subject))).toEqual([]);
    expect((await told()).at(-1)).toMatchObject({ subject: 'A visit is booked' });
  });
});
