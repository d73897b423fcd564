import { z } from 'zod';
import type { ReviewRow } from '#db/queries/results';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { instantText } from '#lib/platform/instant-text';

/** A doctor's look at a result. */
export const resultReview = z.strictObject({
  id: z.uuid(),
  doctor_id: z.uuid(),
  doctor_name: z.string(),
  /** For the patient; null where there was nothing to add. */
  comment: z.string().nullable(),
  critical_acknowledged: z.boolean(),
  /** Of the result, as it was read. */
  version: z.int(),
  reviewed_at: z.iso.datetime(),
});

export function viewReview(row: ReviewRow, key: PatientKey): z.output<typeof resultReview> {
  return {
    id: row.id,
    doctor_id: row.practitioner_id,
    doctor_name: open('practitioners.display_name', row.practitioner_id, row.doctor_name),
    comment: row.comment && open('result_reviews.comment', row.id, row.comment, key),
    critical_acknowledged: row.critical_acknowledged,
    version: row.version,
    reviewed_at: instantText(row.reviewed_at),
  };
}
