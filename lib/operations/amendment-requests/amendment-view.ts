import { z } from 'zod';
import type { AmendmentRequestRow } from '#db/queries/amendment-requests';
import { open } from '#lib/crypto/seal';
import { amendmentStatuses, decisionDue } from '#lib/domain/patient-requests';
import { askedView, viewAsked } from '../patient-requests/asked-view';
import { chartKey } from '../patients/chart-key';

/** A wish that a record be corrected, what was decided, and what its patient says to that. */
export const amendmentView = z.strictObject({
  ...askedView,
  /** The version that the patient had read. */
  record_version: z.int(),
  status: z.enum(amendmentStatuses),
  wrong: z.string(),
  wanted: z.string(),
  /** Until when it has to be decided. */
  due_at: z.iso.datetime(),
  answer: z.string().nullable(),
  /** The version that corrects the record. */
  accepted_version: z.int().nullable(),
  disagreement: z.string().nullable(),
  disagreed_at: z.iso.datetime().nullable(),
});

export type AmendmentView = z.output<typeof amendmentView>;

export function viewAmendment(row: AmendmentRequestRow): AmendmentView {
  const { id, wrong, wanted, answer, disagreement } = row;
  const key = chartKey(row);
  return {
    id,
    ...viewAsked(row),
    record_version: row.record_version,
    status: row.status,
    wrong: open('amendment_requests.wrong', id, wrong, key),
    wanted: open('amendment_requests.wanted', id, wanted, key),
    due_at: decisionDue(row.requested_at).toString(),
    answer: answer && open('amendment_requests.answer', id, answer, key),
    accepted_version: row.accepted_version,
    disagreement: disagreement && open('amendment_requests.disagreement', id, disagreement, key),
    disagreed_at: row.disagreed_at?.toString() ?? null,
  };
}

export const exampleAmendment: AmendmentView = {
  id: '01920000-0000-7000-8000-000000000061',
  patient_id: '01920000-0000-7000-8000-000000000002',
  patient_name: 'Elsa Vargas',
  record_id: '01920000-0000-7000-8000-000000000020',
  record_type: 'diagnosis',
  record_title: 'Essential hypertension',
  requested_at: '2026-01-05T09:00:00Z',
  decided_at: null,
  decided_by: null,
  record_version: 1,
  status: 'requested',
  wrong: 'I was told that my blood pressure is normal.',
  wanted: 'Raised blood pressure, seen once',
  due_at: '2026-03-06T09:00:00Z',
  answer: null,
  accepted_version: null,
  disagreement: null,
  disagreed_at: null,
};
