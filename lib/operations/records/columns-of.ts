import type { Temporal } from 'temporal-polyfill';
import { fromResource } from '#lib/fhir/resource';
import type { Sensitivity } from '#lib/policy/subject';

/** The columns that a record's resource decides: what it is, its status, and the instant it sorts by. */
export function columnsOf(text: string, zone: string, now: Temporal.Instant) {
  const { resource_type, record_type, status, occurred } = fromResource(text, zone);
  return {
    resource_type,
    record_type,
    status,
    sensitivity: 'normal' as Sensitivity,
    occurred_text: occurred?.text ?? null,
    effective_at: occurred?.start ?? now,
  };
}
