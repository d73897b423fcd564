import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { availabilityRules } from '#db/schema/availability-rules';
import { type CareKind, careRelationships } from '#db/schema/care-relationships';
import { clinics } from '#db/schema/clinics';
import { patientKeys } from '#db/schema/patient-keys';
import { patients } from '#db/schema/patients';
import { practitioners } from '#db/schema/practitioners';
import { createPatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { type Account, createAccount, signIn } from './account';
import { type Visitor, visitor } from './visitor';

type Work = Parameters<typeof withActor<void>>[1];

export const asImport = (clock: Clock, work: Work) =>
  withActor({ kind: 'system', job: 'import', now: clock.now(), requestId: newRequestId() }, work);

/** A site in London, with a place for visits by video. */
export async function createSite(clock: Clock): Promise<Id<'clinics'>> {
  const id = newId('clinics');
  const place = { zone: 'Europe/London', video_url: 'https://video.example.org/northgate' };
  const row = { id, name: 'Northgate Clinic', ...place, created_at: clock.now() };
  await asImport(clock, async (tx) => void (await insertRow(tx, clinics, row)));
  return id;
}

export interface Person extends Visitor {
  readonly account: Account;
}

export interface DoctorPerson extends Person {
  readonly id: Id<'practitioners'>;
  readonly clinicId: Id<'clinics'>;
}

/** A doctor who is signed in and sees patients on weekdays from 9 to 12, by the clock of London. */
export async function createDoctor(clock: Clock, clinicId: Id<'clinics'>): Promise<DoctorPerson> {
  const account = await createAccount(clock, 'doctor');
  const [id, now] = [newId('practitioners'), clock.now()];
  await asImport(clock, async (tx) => {
    await insertRow(tx, practitioners, {
      id,
      user_id: account.id,
      clinic_id: clinicId,
      display_name: seal('practitioners.display_name', id, 'Dr Amara Okafor'),
      speciality: 'General practice',
      created_at: now,
    });
    for (const weekday of [1, 2, 3, 4, 5]) {
      await insertRow(tx, availabilityRules, {
        id: newId('availability_rules'),
        practitioner_id: id,
        clinic_id: clinicId,
        weekday,
        starts: '09:00',
        ends: '12:00',
        slot_minutes: 30,
        created_at: now,
      });
    }
  });
  return { ...visitor(clock, await signIn(clock, account)), account, id, clinicId };
}

export interface PatientPerson extends Person {
  readonly id: Id<'patients'>;
}

/** A patient with account and chart, signed in. */
export async function createPatient(
  clock: Clock,
  clinicId: Id<'clinics'>,
  legalName = 'Elsa Vargas',
): Promise<PatientPerson> {
  const account = await createAccount(clock, 'patient');
  const [id, keyId, now] = [newId('patients'), newId('patient_keys'), clock.now()];
  const { key, wrapped } = createPatientKey(keyId);
  await asImport(clock, async (tx) => {
    await insertRow(tx, patients, {
      id,
      user_id: account.id,
      clinic_id: clinicId,
      legal_name: seal('patients.legal_name', id, legalName, key),
      birth_date: seal('patients.birth_date', id, '1980-05-17', key),
      sex: seal('patients.sex', id, 'female', key),
      created_at: now,
      updated_at: now,
    });
    await insertRow(tx, patientKeys, {
      id: keyId,
      patient_id: id,
      version: key.version,
      wrapped_key: wrapped,
      created_at: now,
    });
  });
  return { ...visitor(clock, await signIn(clock, account)), account, id };
}

/** Somebody whom the clinic knows for administration only. */
export async function createAdmin(clock: Clock): Promise<Person> {
  const account = await createAccount(clock, 'admin');
  return { ...visitor(clock, await signIn(clock, account)), account };
}

/** The doctor may open the chart from now on, until `until`. */
export async function relate(
  clock: Clock,
  patient: Pick<PatientPerson, 'id'>,
  doctor: Pick<DoctorPerson, 'id'>,
  kind: CareKind = 'treating',
): Promise<void> {
  const now = clock.now();
  await asImport(
    clock,
    async (tx) =>
      void (await insertRow(tx, careRelationships, {
        id: newId('care_relationships'),
        patient_id: patient.id,
        practitioner_id: doctor.id,
        kind,
        valid_from: now,
        created_at: now,
      })),
  );
}
