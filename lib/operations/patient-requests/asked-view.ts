import { z } from 'zod';
import type { AskedAbout } from '#db/queries/asked-requests';
import { open } from '#lib/crypto/seal';
import { recordContentView } from '#lib/fhir/content-view';
import { fromResource } from '#lib/fhir/resource';
import type { Id } from '#lib/platform/ids';
import { chartKey } from '../patients/chart-key';

const recordTypes = Object.keys(recordContentView) as (keyof typeof recordContentView)[];

/** What every request of a patient is shown with. */
export const askedView = {
  id: z.uuid(),
  patient_id: z.uuid(),
  patient_name: z.string(),
  record_id: z.uuid(),
  record_type: z.enum(recordTypes),
  record_title: z.string(),
  requested_at: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
  /** Of the doctor who has decided. */
  decided_by: z.string().nullable(),
};

type Asked = AskedAbout & {
  readonly patient_id: Id<'patients'>;
  readonly record_id: Id<'medical_records'>;
  readonly requested_at: { toString(): string };
  readonly decided_at: { toString(): string } | null;
  readonly decided_by: Id<'practitioners'> | null;
};

export function viewAsked(row: Asked) {
  const { patient_id, record_id, decided_by } = row;
  const key = chartKey(row);
  const text = open('medical_records.encrypted_content', record_id, row.record_content, key);
  return {
    patient_id,
    patient_name: open('patients.legal_name', patient_id, row.legal_name, key),
    record_id,
    // The row's column and its resource agree: one is made of the other.
    record_type: row.record_type as (typeof recordTypes)[number],
    record_title: fromResource(text, 'UTC').title,
    requested_at: row.requested_at.toString(),
    decided_at: row.decided_at?.toString() ?? null,
    decided_by:
      decided_by && row.decider_name && open('practitioners.display_name', decided_by, row.decider_name),
  };
}
