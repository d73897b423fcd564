import { z } from 'zod';
import { queryFlag } from '../query-flag';
import { wholeNumber } from '../whole-number';
import { type SpanOfDay, spanFaults } from './span-faults';

/** By the clock on the wall: 'HH:MM'. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'invalid_time' });

export const weekday = wholeNumber(1, 7);

/** Of a visit and of a step; the database has the same bounds. */
export const visitMinutes = wholeNumber(5, 240);

/** In which ways somebody may come. */
export const modesInput = {
  in_person: queryFlag.default(false),
  video: queryFlag.default(false),
};

interface ListOfSpans {
  readonly value: readonly SpanOfDay[];
  readonly issues: z.core.$ZodRawIssue[];
}

/** Refuses a list in which spans are the wrong way round or meet, and names each field. */
export function wellFormed({ value, issues }: ListOfSpans): void {
  if (issues.length > 0) return; // what is no time is neither before nor after another
  for (const { index, field, code } of spanFaults(value)) {
    issues.push({ code: 'custom', message: code, path: [index, field], input: value });
  }
}
