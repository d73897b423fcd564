import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { medicalRecordVersions } from '#db/schema/medical-record-versions';
import { medicalRecords, type RecordType } from '#db/schema/medical-records';
import { seal } from '#lib/crypto/seal';
import { fromResource, toResource } from '#lib/fhir/resource';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { asRole } from '../harness/as-role';
import type { ExampleChart } from './example-chart';

export interface RequestScene {
  readonly clock: Clock;
  readonly chart: ExampleChart;
  readonly database: { readonly superuserUrl: string };
}

type Kind = 'prescription' | 'diagnosis' | 'vital_sign' | 'allergy';

const contents = {
  prescription: { text: 'Metformin 500 mg tablet', dosage: '1 tablet with breakfast' },
  diagnosis: { text: 'Essential hypertension' },
  vital_sign: {
    text: 'Body weight',
    code: '29463-7',
    code_system: 'http://loinc.org',
    value: '71',
    unit: 'kg',
  },
  allergy: { text: 'Penicillin' },
} as const;

/** Another record of the chart: by a doctor, or reported by the patient. */
export async function anotherRecord(
  { clock, chart }: RequestScene,
  kind: Kind,
): Promise<Id<'medical_records'>> {
  const [id, versionId, now] = [newId('medical_records'), newId('medical_record_versions'), clock.now()];
  const { patient, bookable, key, owner } = chart;
  const own = kind === 'vital_sign' || kind === 'allergy';
  const text = toResource(kind, contents[kind] as never, {
    id,
    patient_id: patient,
    practitioner_id: own ? null : bookable,
    by_patient: own,
    recorded_at: now,
    ...(kind === 'allergy' && { status: 'unconfirmed' }),
  });
  const { status, resource_type } = fromResource(text, 'UTC');
  const shared = { patient_id: patient, status, stage: 'final' as const, version: 1 };
  const importer = { kind: 'system', job: 'import', now, requestId: newRequestId() } as const;
  await withActor(importer, async (tx) => {
    await insertRow(tx, medicalRecords, {
      ...shared,
      id,
      doctor_id: own ? null : bookable,
      resource_type,
      record_type: kind satisfies RecordType,
      effective_at: now,
      sensitivity: 'normal',
      release: 'released',
      review: 'none',
      source_system: own ? 'patient' : 'medisecure',
      encrypted_content: seal('medical_records.encrypted_content', id, text, key),
      created_at: now,
      updated_at: now,
    });
    await insertRow(tx, medicalRecordVersions, {
      ...shared,
      id: versionId,
      record_id: id,
      content: seal('medical_record_versions.content', versionId, text, key),
      author_user_id: owner.id,
      recorded_at: now,
    });
  });
  return id;
}

/** The owner of the chart waits for an answer. */
export async function askedRefill(scene: RequestScene): Promise<Id<'refill_requests'>> {
  const [id, record] = [newId('refill_requests'), await anotherRecord(scene, 'prescription')];
  const { chart, clock, database } = scene;
  await asRole(
    database.superuserUrl,
    (sql) => sql`
      insert into refill_requests (id, patient_id, record_id, status, note, requested_by, requested_at)
      values (${id}, ${chart.patient}, ${record}, 'requested',
              ${seal('refill_requests.note', id, 'Enough for a week', chart.key)}, ${chart.owner.id},
              ${clock.now().toString()})`,
  );
  return id;
}

/** The same, of a correction; or has been denied one, and may have disagreed. */
export async function askedAmendment(
  scene: RequestScene,
  status: 'requested' | 'denied' = 'requested',
  disagreement?: string,
): Promise<Id<'amendment_requests'>> {
  const [id, record] = [newId('amendment_requests'), await anotherRecord(scene, 'diagnosis')];
  const { chart, clock, database } = scene;
  const [{ key }, now] = [chart, clock.now().toString()];
  const isDenied = status === 'denied';
  const said = disagreement === undefined ? null : disagreement;
  await asRole(
    database.superuserUrl,
    (sql) => sql`
      insert into amendment_requests (id, patient_id, record_id, record_version, status, wrong, wanted, requested_by,
                                      requested_at, answer, decided_by, decided_at, disagreement, disagreed_at)
      values (${id}, ${chart.patient}, ${record}, 1, ${status}, ${seal('amendment_requests.wrong', id, 'Never told', key)},
              ${seal('amendment_requests.wanted', id, 'Seen once', key)}, ${chart.owner.id}, ${now},
              ${isDenied ? seal('amendment_requests.answer', id, 'Measured', key) : null},
              ${isDenied ? chart.bookable : null}, ${isDenied ? now : null},
              ${said && seal('amendment_requests.disagreement', id, said, key)}, ${said && now})`,
  );
  return id;
}

/** What the examples of requests and of own reports need to find. */
export const requestInputs: Readonly<Record<string, (scene: RequestScene) => Promise<unknown>>> = {
  'refills.request': async (scene) => ({
    record_id: await anotherRecord(scene, 'prescription'),
    note: 'Enough for one more week',
  }),
  'refills.withdraw': async (scene) => ({ id: await askedRefill(scene) }),
  'refills.get': async (scene) => ({ id: await askedRefill(scene) }),
  'refills.decide': async (scene) => ({
    id: await askedRefill(scene),
    decision: 'denied',
    answer: 'Come for a blood test first.',
  }),
  'amendment-requests.create': async (scene) => ({
    record_id: await anotherRecord(scene, 'diagnosis'),
    record_version: 1,
    wrong: 'I was told otherwise.',
    wanted: 'Seen once',
  }),
  'amendment-requests.withdraw': async (scene) => ({ id: await askedAmendment(scene) }),
  'amendment-requests.get': async (scene) => ({ id: await askedAmendment(scene) }),
  'amendment-requests.decide': async (scene) => ({
    id: await askedAmendment(scene),
    decision: 'denied',
    answer: 'It was measured at three visits.',
  }),
  'amendment-requests.disagree': async (scene) => ({
    id: await askedAmendment(scene, 'denied'),
    disagreement: 'My own device shows other values.',
  }),
  'records.amend-own': async (scene) => ({
    id: await anotherRecord(scene, 'vital_sign'),
    kind: 'weight',
    content: { value: '71.5', unit: 'kg' },
  }),
  'records.mark-own-in-error': async (scene) => ({
    id: await anotherRecord(scene, 'vital_sign'),
    reason: 'Typed the wrong day',
  }),
  'records.confirm': async (scene) => ({ id: await anotherRecord(scene, 'allergy') }),
};
