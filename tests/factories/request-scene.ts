import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { careRelationships } from '#db/schema/care-relationships';
import { createRecord } from '#lib/operations/records/create';
import { newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { openClinic, type TestClinic } from '../harness/clinic';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
  relate,
} from './care';

/** Everybody who could have something to do with what a patient asks. */
export interface RequestScene {
  readonly clinic: TestClinic;
  readonly patient: PatientPerson;
  readonly carer: PatientPerson;
  /** Treats the patient and writes. */
  readonly doctor: DoctorPerson;
  readonly colleague: DoctorPerson;
  readonly consultant: DoctorPerson;
  /** Without a relation to the patient. */
  readonly strangers: readonly Person[];
  prescribe(more?: object): Promise<{ id: string; version: number }>;
  diagnose(more?: object): Promise<{ id: string; version: number }>;
}

export async function openRequestScene(): Promise<RequestScene> {
  const clinic = await openClinic();
  const { clock } = clinic;
  const site = await createSite(clock);
  const [doctor, colleague, consultant, otherDoctor] = [
    await createDoctor(clock, site),
    await createDoctor(clock, site),
    await createDoctor(clock, site),
    await createDoctor(clock, site),
  ];
  const [patient, carer, otherPatient] = [
    await createPatient(clock, site),
    await createPatient(clock, site, 'Rosa Vargas'),
    await createPatient(clock, site, 'Gus Dicki'),
  ];
  await relate(clock, patient, doctor);
  await relate(clock, patient, colleague);
  await relate(clock, patient, consultant, 'consulting');
  await lookAfter(clinic, patient, carer);
  const write = (content: object, record_type: string, more: object) =>
    doctor.call(createRecord, { patient_id: patient.id, record_type, content, ...more } as never);
  return {
    ...{ clinic, patient, carer, doctor, colleague, consultant },
    strangers: [otherPatient, otherDoctor, await createAdmin(clock)],
    prescribe: (more = {}) =>
      write(
        {
          text: 'Metformin 500 mg tablet',
          dosage: '1 tablet with breakfast',
          quantity: '60 tablets',
          refills: '2',
          starts: '2020-01-01',
          ends: '2020-12-31',
        },
        'prescription',
        more,
      ),
    diagnose: (more = {}) => write({ text: 'Essential hypertension' }, 'diagnosis', more),
  };
}

/** The carer reads the patient's records and acts for them. */
async function lookAfter({ clock }: TestClinic, patient: PatientPerson, carer: Person): Promise<void> {
  const importer = { kind: 'system', job: 'import', now: clock.now(), requestId: newRequestId() } as const;
  await withActor(importer, (tx) =>
    insertRow(tx, careRelationships, {
      id: newId('care_relationships'),
      patient_id: patient.id,
      user_id: carer.account.id,
      kind: 'carer',
      scope: 'chart_and_appointments',
      valid_from: clock.now(),
      created_at: clock.now(),
    }),
  );
}
