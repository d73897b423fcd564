import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { createRecord } from '#lib/operations/records/create';
import { exportMe } from '#lib/operations/users/export-me';
import { createAccount, signIn } from '../../factories/account';
import { createDoctor, createPatient, createSite, type DoctorPerson, relate } from '../../factories/care';
import { enrol, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
beforeAll(async () => {
  clinic = await openClinic();
  doctor = await createDoctor(clinic.clock, await createSite(clinic.clock));
});
afterAll(() => clinic.close());

/** A patient with a visit and a record that say `word`. */
async function patientOf(word: string) {
  const patient = await createPatient(clinic.clock, doctor.clinicId, `Patient ${word}`);
  await relate(clinic.clock, patient, doctor);
  const { days } = await patient.call(listSlots, { id: doctor.id });
  const scheduled_at = days.flatMap(({ slots }) => slots)[0]?.starts_at ?? '';
  await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at, notes: `visit ${word}` });
  const content = { text: `diagnosis ${word}`, clinical_status: 'active' } as const;
  await doctor.call(createRecord, { patient_id: patient.id, record_type: 'diagnosis', content });
  return patient;
}

describe('the copy of one’s own data', () => {
  it('holds profile, visits and records of its owner, and nothing of anybody else', async () => {
    const [own, other] = [await patientOf('aardvark'), await patientOf('buffalo')];
    const file = await own.call(exportMe, {});
    expect(file).toMatchObject({
      profile: { id: own.account.id, email: own.account.email, patient_id: own.id },
      appointments: [{ patient_id: own.id, notes: 'visit aardvark' }],
      records: [{ patient_id: own.id, content: { text: 'diagnosis aardvark' } }],
    });
    const text = JSON.stringify(file);
    for (const foreign of ['buffalo', other.id, other.account.id, doctor.account.id, doctor.account.email]) {
      expect(text).not.toContain(foreign);
    }
  });

  it('of a doctor holds none of their patients', async () => {
    await patientOf('caribou');
    const file = await doctor.call(exportMe, {});
    expect(file).toMatchObject({ appointments: [], records: [], profile: { practitioner_id: doctor.id } });
    expect(JSON.stringify(file)).not.toContain('caribou');
  });

  it('takes no records along for a token without the scope to read them', async () => {
    const own = await patientOf('dingo');
    const narrow = await signIn(clinic.clock, own.account, { scopes: ['read:profile'] });
    const file = await visitor(clinic.clock, narrow).call(exportMe, {});
    expect(file).toMatchObject({ appointments: [], records: [] });
    expect(JSON.stringify(file)).not.toContain('dingo');
  });

  it('tells how one signs in, without what would answer for it, and is logged', async () => {
    const email = 'exporter@example.org';
    await verifiedPatient(clinic, email);
    const person = await portalVisitor(clinic.clock, email);
    const secret = await enrol(clinic.clock, person);
    const file = await person.call(exportMe, {});
    expect(file.factors).toMatchObject([{ kind: 'totp' }]);
    expect(file.sessions).toHaveLength(1);
    const keys: string[] = [];
    const text = JSON.stringify(file, (key, value) => {
      keys.push(key);
      return value;
    });
    expect(keys.filter((key) => /secret|hash|token|key|password|credential/.test(key))).toEqual([]);
    expect(text).not.toContain(secret);
    const event = (await clinic.events()).findLast(({ action }) => action === 'EXPORT_OWN_DATA');
    expect(event).toMatchObject({ resource_id: file.profile.id, response_status: 200 });
  });

  it('asks once more who it is when that was shown long ago', async () => {
    const account = await createAccount(clinic.clock, 'patient');
    const person = visitor(clinic.clock, await signIn(clinic.clock, account));
    clinic.clock.advance(3600);
    expect((await person.refusal(exportMe, {})).code).toBe('insufficient_user_authentication');
  });
});
