import { Temporal } from 'temporal-polyfill';

// The polyfill takes 6 µs to read an instant and 13 µs to write one, some twenty times a request. These give the same
// for the years that a clinic meets, in a tenth of the time, and leave the rest to it.

const inUtc = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00|Z)$/;
const microsecond = 1000n;

/** RFC 3339 in UTC, as PostgreSQL writes it (`2026-11-25 10:51:25.596123+00`) or as we do. */
export function parseInstant(text: string): Temporal.Instant {
  const match = inUtc.exec(text);
  if (!match) return Temporal.Instant.from(text.replace(' ', 'T'));
  const milliseconds = Date.parse(`${match[1]}T${match[2]}Z`);
  const micros = BigInt((match[3] ?? '').padEnd(6, '0'));
  return Temporal.Instant.fromEpochNanoseconds(BigInt(milliseconds) * 1_000_000n + micros * microsecond);
}

/** The same text as `instant.toString()`. */
export function instantText(instant: Temporal.Instant): string {
  const milliseconds = instant.epochMilliseconds;
  if (milliseconds < 0 || milliseconds > 253_402_300_799_999) return instant.toString();
  const rest = Number(instant.epochNanoseconds - BigInt(milliseconds) * 1_000_000n);
  const iso = new Date(milliseconds).toISOString();
  const fraction = `${iso.slice(20, 23)}${String(rest).padStart(6, '0')}`.replace(/0+$/, '');
  return `${iso.slice(0, 19)}${fraction && `.${fraction}`}Z`;
}

/** The same of milliseconds since 1970, without an instant between. */
export function millisecondsText(at: number): string {
  const iso = new Date(at).toISOString();
  return at % 1000 === 0 ? `${iso.slice(0, -5)}Z` : iso.replace(/0*Z$/, 'Z');
}

/** A moment as HTTP writes it (RFC 9110, 5.6.7), without its fraction of a second. */
export const httpDate = (text: string): string => new Date(text).toUTCString();
