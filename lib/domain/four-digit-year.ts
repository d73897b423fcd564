import { Temporal } from 'temporal-polyfill';

const first = Temporal.Instant.from('0001-01-01T00:00:00Z').epochMilliseconds;
const last = Temporal.Instant.from('9999-12-31T23:59:59.999Z').epochMilliseconds;

/** RFC 3339 and FHIR write a year in four digits, and PostgreSQL knows no year 0: what lies beyond cannot be kept. */
export function hasFourDigitYear({ epochMilliseconds }: Temporal.Instant): boolean {
  return epochMilliseconds >= first && epochMilliseconds <= last;
}
