import type { Temporal } from 'temporal-polyfill';
import { fromResource } from '#lib/fhir/resource';

/** The columns that a record's resource decides: what it is, its status, and the instant it sorts by. */
export function columnsOf(text: string, zone: string, now: Temporal.Instant) {
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
  };
}
