import { z } from 'zod';
import type { RefillRow } from '#db/queries/refill-requests';
import { open } from '#lib/crypto/seal';
import { refillStatuses } from '#lib/domain/patient-requests';
import { askedView, viewAsked } from '../patient-requests/asked-view';
import { chartKey } from '../patients/chart-key';

/** A wish for more of a medicine, for the patient and those who treat them. */
export const refillView = z.strictObject({
  ...askedView,
  status: z.enum(refillStatuses),
  note: z.string().nullable(),
  answer: z.string().nullable(),
  /** The new prescription. */
  renewed_record_id: z.uuid().nullable(),
});

export function viewRefill(row: RefillRow): z.output<typeof refillView> {
  const { id, note, answer } = row;
  const key = chartKey(row);
  return {
    id,
    ...viewAsked(row),
    status: row.status,
    note: note && open('refill_requests.note', id, note, key),
    answer: answer && open('refill_requests.answer', id, answer, key),
    renewed_record_id: row.renewed_record_id,
  };
}

export const exampleRefill: z.output<typeof refillView> = {
  id: '01920000-0000-7000-8000-000000000060',
  patient_id: '01920000-0000-7000-8000-000000000002',
  patient_name: 'Elsa Vargas',
  record_id: '01920000-0000-7000-8000-000000000020',
  record_type: 'prescription',
  record_title: 'Metformin 500 mg tablet',
  requested_at: '2026-01-05T09:00:00Z',
  decided_at: null,
  decided_by: null,
  status: 'requested',
  note: 'Enough for one more week',
  answer: null,
  renewed_record_id: null,
};
