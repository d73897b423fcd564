import { z } from 'zod';
import type { RecordRow } from '#db/queries/medical-records';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { recordContentView } from '#lib/fhir/content-view';
import { flag as labFlag } from '#lib/fhir/interpretation';
import type { AnyRecordView } from '#lib/fhir/record-view';
import { fromResource } from '#lib/fhir/resource';
import type { RecordSummary } from '#lib/fhir/summary';
import { instantText } from '#lib/platform/instant-text';
import type { Actor } from '#lib/policy/actor';
import type { ChartSubject } from '#lib/policy/subject';
import { recordStages, releases, reviews, sensitivities } from '#lib/policy/subject';
import { recordRights, rightsTo } from './record-rights';

const common = {
  id: z.uuid(),
  patient_id: z.uuid(),
  /** The author; null for an import whose source names nobody of ours. */
  doctor_id: z.uuid().nullable(),
  doctor_name: z.string().nullable(),
  /** Of a diagnosis its clinical status; `entered-in-error` for every type. */
  status: z.string(),
  stage: z.enum(recordStages),
  sensitivity: z.enum(sensitivities),
  /** A result that the patient does not see yet, because they chose so. */
  release: z.enum(releases),
  review: z.enum(reviews),
  /** Who it comes from: the clinic, the patient, or another system. */
  origin: z.enum(['clinic', 'patient', 'import']),
  version: z.int(),
  title: z.string(),
  /** A FHIR date or instant as it was written, with its precision: `2019-03` is the whole of March. */
  occurred_at: z.string().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  /** What turns the meaning of the record and must be shown beside it. */
  warnings: z.array(z.string()),
  /** Key of a test's plain name below `labs` in the message catalogue. */
  lab_key: z.string().nullable(),
  /** A diagnosis that notes how someone lives, not a health problem. */
  circumstance: z.boolean(),
  /** An allergy record that says that there is none: a statement, not an allergy. */
  no_known_allergy: z.boolean(),
  /** During which encounter it was, where that is a record of ours. */
  encounter_id: z.string().nullable(),
  can: recordRights,
};

const viewSchema = <T extends keyof typeof recordContentView>(type: T) =>
  z.strictObject({ ...common, record_type: z.literal(type), content: recordContentView[type] });

/** A record of each type as every door gives it. Numbers are their literal text: a laboratory's 1.50 stays 1.50. */
export const recordViewOf = {
  diagnosis: viewSchema('diagnosis'),
  prescription: viewSchema('prescription'),
  lab_result: viewSchema('lab_result').extend({ flag: labFlag.nullable() }),
  lab_report: viewSchema('lab_report'),
  allergy: viewSchema('allergy'),
  immunization: viewSchema('immunization'),
  vital_sign: viewSchema('vital_sign'),
  procedure: viewSchema('procedure'),
  encounter: viewSchema('encounter'),
  note: viewSchema('note'),
  document: viewSchema('document'),
  other: viewSchema('other'),
};

export const recordView = z.discriminatedUnion('record_type', [
  recordViewOf.diagnosis,
  recordViewOf.prescription,
  recordViewOf.lab_result,
  recordViewOf.lab_report,
  recordViewOf.allergy,
  recordViewOf.immunization,
  recordViewOf.vital_sign,
  recordViewOf.procedure,
  recordViewOf.encounter,
  recordViewOf.note,
  recordViewOf.document,
  recordViewOf.other,
]);

export type RecordView = z.output<typeof recordView>;

/** Opens the row, with everything that it says. */
export function viewRecord(row: RecordRow, key: PatientKey, actor: Actor, chart: ChartSubject): RecordView {
  return viewOf(row, openContent(row, key), { key, actor, chart });
}

/** The zone does not matter here: the date is given as it was written. */
export const openContent = (
  row: Pick<RecordRow, 'id' | 'encrypted_content'>,
  key: PatientKey,
): AnyRecordView =>
  fromResource(open('medical_records.encrypted_content', row.id, row.encrypted_content, key), 'UTC');

export interface Reading {
  readonly key: PatientKey;
  readonly actor: Actor;
  readonly chart: ChartSubject;
}

/** A row with what was read of it, from its content or from its summary. */
export function viewOf(
  row: Omit<RecordRow, 'encrypted_content'>,
  said: Omit<RecordSummary, 'whole'>,
  { actor, chart }: Reading,
): RecordView {
  const { content, title, warnings, lab_key, circumstance, no_known_allergy, encounter_id, flag } = said;
  const { record_type } = row;
  return {
    id: row.id,
    patient_id: row.patient_id,
    doctor_id: row.doctor_id,
    doctor_name:
      row.doctor_id && row.doctor_name && open('practitioners.display_name', row.doctor_id, row.doctor_name),
    record_type,
    status: row.status,
    stage: row.stage,
    sensitivity: row.sensitivity,
    release: row.release,
    review: row.review,
    origin: originOf(row.source_system),
    version: row.version,
    title,
    content,
    occurred_at: row.occurred_text,
    created_at: instantText(row.created_at),
    updated_at: instantText(row.updated_at),
    warnings: [...warnings],
    lab_key,
    circumstance,
    no_known_allergy,
    encounter_id,
    ...(record_type === 'lab_result' && { flag }),
    can: rightsTo(actor, chart, {
      ...row,
      unknownModifier: warnings.includes('unknown_modifier'),
      unconfirmed: record_type === 'allergy' && warnings.includes('unconfirmed'),
    }),
    // The content and its type come from one resource: they belong together.
  } as RecordView;
}

/** For the examples of the operations. */
export const exampleRecord: z.output<typeof recordViewOf.diagnosis> = {
  id: '01920000-0000-7000-8000-000000000020',
  patient_id: '01920000-0000-7000-8000-000000000002',
  doctor_id: '01920000-0000-7000-8000-000000000004',
  doctor_name: 'Dr Amara Okafor',
  record_type: 'diagnosis',
  status: 'active',
  stage: 'final',
  sensitivity: 'normal',
  release: 'released',
  review: 'none',
  origin: 'clinic',
  version: 1,
  title: 'Essential hypertension',
  content: { text: 'Essential hypertension', clinical_status: 'active' },
  occurred_at: '2026-01-05',
  created_at: '2026-01-05T09:00:00Z',
  updated_at: '2026-01-05T09:00:00Z',
  warnings: [],
  lab_key: null,
  circumstance: false,
  no_known_allergy: false,
  encounter_id: null,
  can: {
    amend: { allowed: true, reason: null },
    sign: { allowed: false, reason: 'already_signed' },
    mark_in_error: { allowed: true, reason: null },
    amend_own: { allowed: false, reason: 'not_permitted' },
    confirm: { allowed: false, reason: 'read_only_type' },
  },
};

const originOf = (source: string) =>
  source === 'medisecure' ? 'clinic' : source === 'patient' ? 'patient' : 'import';
