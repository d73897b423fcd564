import { Temporal } from 'temporal-polyfill';
import { hasFourDigitYear } from '#lib/domain/four-digit-year';

type DatePrecision = 'year' | 'month' | 'day' | 'instant';

/**
 * A FHIR date, dateTime or instant: the text as written, and the first and the last moment that it can mean.
 * `2019-03` is the whole of March in the clinic's zone, never midnight UTC of its first day.
 */
export interface FhirDate {
  readonly text: string;
  readonly precision: DatePrecision;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

// R4 datatypes, "dateTime": seconds and a zone are required as soon as there is a time; 24:00 is not allowed.
const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Null where the text is no FHIR date or names a day that does not exist. */
export function parseFhirDate(text: string, zone: string): FhirDate | null {
  const parts = pattern.exec(text);
  const date = parts && spanned(text, parts, zone);
  return date && hasFourDigitYear(date.start) ? date : null;
}

function spanned(
  text: string,
  [, year, month, day, time]: readonly (string | undefined)[],
  zone: string,
): FhirDate | null {
  try {
    if (time !== undefined) return moment(text);
    return span(text, { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) }, zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function isFhirDate(text: string): boolean {
  return parseFhirDate(text, 'UTC') !== null;
}

function moment(text: string): FhirDate {
  const start = Temporal.Instant.from(text).round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
  return { text, precision: 'instant', start, end: start };
}

function span(text: string, first: { year: number; month: number; day: number }, zone: string): FhirDate {
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day';
  const date = Temporal.PlainDate.from(first, { overflow: 'reject' });
  const next = date.add({ [`${precision}s`]: 1 });
  const start = date.toZonedDateTime(zone).toInstant();
  // Columns hold microseconds: the last moment is one of them before the next day, month or year begins.
  const end = next.toZonedDateTime(zone).toInstant().subtract({ microseconds: 1 });
  return { text, precision, start, end };
}

/** A FHIR Period; an open side is what the other side says. */
export function spanOf(from: FhirDate | null, to: FhirDate | null): FhirDate | null {
  if (!from) return to;
  return to ? { ...from, end: to.end } : from;
}

/** The zones of two dates may lie 26 hours apart (UTC-12 to UTC+14): true only where that cannot explain the order. */
export function certainlyBefore(earlier: string, later: string): boolean {
  const first = parseFhirDate(earlier, 'UTC');
  const second = parseFhirDate(later, 'UTC');
  if (!first || !second) return false;
  const slack = first.precision === second.precision ? { hours: 0 } : { hours: 26 };
  return Temporal.Instant.compare(first.end.add(slack), second.start) < 0;
}
