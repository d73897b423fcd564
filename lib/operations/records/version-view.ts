import { z } from 'zod';
import type { RecordVersionRow } from '#db/queries/medical-record-versions';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { recordContentView } from '#lib/fhir/content-view';
import { fromResource } from '#lib/fhir/resource';
import { recordStages } from '#lib/policy/subject';

const common = {
  version: z.int(),
  status: z.string(),
  stage: z.enum(recordStages),
  title: z.string(),
  /** Null for an import. */
  author_id: z.uuid().nullable(),
  author_name: z.string().nullable(),
  /** Why it was written, in the author's words. */
  reason: z.string().nullable(),
  recorded_at: z.iso.datetime(),
};

const versionOf = <T extends keyof typeof recordContentView>(type: T) =>
  z.strictObject({ ...common, record_type: z.literal(type), content: recordContentView[type] });

export const recordVersion = z.discriminatedUnion('record_type', [
  versionOf('diagnosis'),
  versionOf('prescription'),
  versionOf('lab_result'),
  versionOf('lab_report'),
  versionOf('allergy'),
  versionOf('immunization'),
  versionOf('vital_sign'),
  versionOf('procedure'),
  versionOf('encounter'),
  versionOf('note'),
  versionOf('document'),
  versionOf('other'),
]);

export function viewVersion(row: RecordVersionRow, key: PatientKey): z.output<typeof recordVersion> {
  const view = fromResource(open('medical_record_versions.content', row.id, row.content, key), 'UTC');
  return {
    version: row.version,
    record_type: view.record_type,
    status: row.status,
    stage: row.stage,
    title: view.title,
    content: view.content,
    author_id: row.author_id,
    author_name:
      row.author_id && row.author_name && open('practitioners.display_name', row.author_id, row.author_name),
    reason: row.reason_id && row.reason && open('reasons.text', row.reason_id, row.reason, key),
    recorded_at: row.recorded_at.toString(),
    // The content and its type come from one resource: they belong together.
  } as z.output<typeof recordVersion>;
}
