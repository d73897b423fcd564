import type { Temporal } from 'temporal-polyfill';
import type { PatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { fromResource } from '#lib/fhir/resource';
import { summaryOf } from '#lib/fhir/summary';
import type { Id } from '#lib/platform/ids';

export interface RecordText {
  readonly id: Id<'medical_records'>;
  /** The FHIR resource. */
  readonly text: string;
  readonly key: PatientKey;
}

/**
 * The columns that a record's resource decides: what it is, its status, the instant it sorts by; itself, sealed, and
 * what lists show of it.
 */
export function columnsOf({ id, text, key }: RecordText, zone: string, now: Temporal.Instant) {
  const view = fromResource(text, zone);
  const { resource_type, record_type, status, sensitivity, result_category, occurred } = view;
  return {
    resource_type,
    record_type,
    status,
    sensitivity,
    result_category,
    occurred_text: occurred?.text ?? null,
    effective_at: occurred?.start ?? now,
    encrypted_content: seal('medical_records.encrypted_content', id, text, key),
    summary: seal('medical_records.summary', id, summaryOf(view), key),
  };
}
