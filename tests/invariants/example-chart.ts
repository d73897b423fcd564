import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { appointments } from '#db/schema/appointments';
import { availabilityRules } from '#db/schema/availability-rules';
import { medicalRecordVersions } from '#db/schema/medical-record-versions';
import { medicalRecords } from '#db/schema/medical-records';
import { patientKeys } from '#db/schema/patient-keys';
import { patients } from '#db/schema/patients';
import { practitioners } from '#db/schema/practitioners';
import { createPatientKey, type PatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { toResource } from '#lib/fhir/resource';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { type Account, createAccount } from '../factories/account';

/** A chart with one record and one visit, and a doctor without an account of whom another visit may be asked. */
export interface ExampleChart {
  readonly owner: Account;
  /** The doctor who wrote what stands in it. */
  readonly writer: Account;
  readonly patient: Id<'patients'>;
  readonly record: Id<'medical_records'>;
  readonly visit: Id<'appointments'>;
  readonly bookable: Id<'practitioners'>;
  readonly key: PatientKey;
  readonly keyId: Id<'patient_keys'>;
  /** How many weeks from now its visits are asked for: nobody is in two places at once. */
  readonly week: number;
}

interface Wanted {
  readonly clock: Clock;
  readonly role: Account['role'];
  readonly clinicId: Id<'clinics'>;
  /** Who wrote the record and holds the visit. */
  readonly doctor: { readonly id: Id<'practitioners'>; readonly account: Account };
  /** Keeps the doctor from being in two places at once. */
  readonly hour: number;
}

type Tx = Parameters<Parameters<typeof withActor>[1]>[0];

export async function createExampleChart(wanted: Wanted): Promise<ExampleChart> {
  const { clock, role } = wanted;
  const owner = await createAccount(clock, role);
  const keyId = newId('patient_keys');
  const { key, wrapped } = createPatientKey(keyId);
  const chart: ExampleChart = {
    ...{
      owner,
      writer: wanted.doctor.account,
      key,
      keyId,
      patient: newId('patients'),
      record: newId('medical_records'),
    },
    ...{ visit: newId('appointments'), bookable: newId('practitioners'), week: wanted.hour % 40 },
  };
  const importer = { kind: 'system', job: 'import', now: clock.now(), requestId: newRequestId() } as const;
  await withActor(importer, async (tx) => {
    await addPatient(tx, wanted, chart);
    const row = { id: keyId, patient_id: chart.patient, version: key.version, wrapped_key: wrapped };
    await insertRow(tx, patientKeys, { ...row, created_at: clock.now() });
    await addRecord(tx, wanted, chart);
    await addVisit(tx, wanted, chart);
    await addBookable(tx, wanted, chart.bookable);
  });
  return chart;
}

async function addPatient(tx: Tx, { clock, clinicId }: Wanted, { patient: id, owner, key }: ExampleChart) {
  await insertRow(tx, patients, {
    id,
    user_id: owner.id,
    clinic_id: clinicId,
    legal_name: seal('patients.legal_name', id, 'Elsa Vargas', key),
    birth_date: seal('patients.birth_date', id, '1980-05-17', key),
    sex: seal('patients.sex', id, 'female', key),
    identity: seal('patients.identity', id, '{"resourceType":"Patient"}', key),
    created_at: clock.now(),
    updated_at: clock.now(),
  });
}

async function addRecord(tx: Tx, { clock, doctor }: Wanted, { patient, record, key }: ExampleChart) {
  const now = clock.now();
  const origin = { id: record, patient_id: patient, practitioner_id: doctor.id, recorded_at: now };
  const condition = toResource(
    'diagnosis',
    { text: 'Essential hypertension', clinical_status: 'active' },
    origin,
  );
  const shared = { patient_id: patient, status: 'active', stage: 'final' as const, version: 1 };
  await insertRow(tx, medicalRecords, {
    ...shared,
    id: record,
    doctor_id: doctor.id,
    resource_type: 'Condition',
    record_type: 'diagnosis',
    effective_at: now,
    sensitivity: 'normal',
    release: 'released',
    review: 'none',
    source_system: 'medisecure',
    encrypted_content: seal('medical_records.encrypted_content', record, condition, key),
    created_at: now,
    updated_at: now,
  });
  const id = newId('medical_record_versions');
  await insertRow(tx, medicalRecordVersions, {
    ...shared,
    id,
    record_id: record,
    content: seal('medical_record_versions.content', id, condition, key),
    author_user_id: doctor.account.id,
    recorded_at: now,
  });
}

async function addVisit(tx: Tx, { clock, clinicId, doctor, hour }: Wanted, chart: ExampleChart) {
  const [now, id] = [clock.now(), chart.visit];
  // Further off than whatever the tests book (`week`), which is never beside it then.
  const scheduled_at = now.add({ hours: 24 * 330 + hour });
  await insertRow(tx, appointments, {
    id,
    patient_id: chart.patient,
    doctor_id: doctor.id,
    clinic_id: clinicId,
    scheduled_at,
    ends_at: scheduled_at.add({ minutes: 30 }),
    zone: 'Europe/London',
    status: 'scheduled',
    version: 1,
    notes: seal('appointments.notes', id, 'A cough for two weeks', chart.key),
    noted_as: 'patient',
    created_by: chart.owner.id,
    booked_as: 'patient',
    created_at: now,
    updated_at: now,
  });
}

async function addBookable(tx: Tx, { clock, clinicId }: Wanted, id: Id<'practitioners'>) {
  const shared = { clinic_id: clinicId, created_at: clock.now() };
  const display_name = seal('practitioners.display_name', id, 'Dr Ines Roth');
  await insertRow(tx, practitioners, { ...shared, id, display_name, speciality: 'General practice' });
  await insertRow(tx, availabilityRules, {
    ...shared,
    id: newId('availability_rules'),
    practitioner_id: id,
    weekday: 1,
    starts: '09:00',
    ends: '12:00',
    slot_minutes: 30,
  });
}
