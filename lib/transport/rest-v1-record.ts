import { z } from 'zod';
import { recordContentView } from '#lib/fhir/content-view';
import { wireContent } from '#lib/fhir/wire-content';
import type { RecordView } from '#lib/operations/records/record-view';

/** A record as version 1 promised it: these keys and no others. */
export const recordV1 = z.strictObject({
  id: z.uuid(),
  patient_id: z.uuid(),
  doctor_id: z.uuid().nullable(),
  record_type: z.enum(
    Object.keys(recordContentView) as [RecordView['record_type'], ...RecordView['record_type'][]],
  ),
  status: z.string(),
  version: z.int(),
  /** By its type, as it was written. Numbers are JSON numbers with the digits that were written. */
  content: z.looseObject({ text: z.string() }),
  /** A FHIR date or instant with its precision. */
  occurred_at: z.string().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

export const recordPageV1 = z.strictObject({
  items: z.array(recordV1),
  page: z.int(),
  page_size: z.int(),
  total: z.int(),
  pages: z.int(),
});

export function toRecordV1(record: RecordView) {
  return {
    id: record.id,
    patient_id: record.patient_id,
    doctor_id: record.doctor_id,
    record_type: record.record_type,
    status: record.status,
    version: record.version,
    content: wireContent(record.content),
    occurred_at: record.occurred_at,
    created_at: record.created_at,
    updated_at: record.updated_at,
  };
}

export const toRecordPageV1 = <P extends { items: RecordView[] }>(page: P) => ({
  ...page,
  items: page.items.map(toRecordV1),
});
