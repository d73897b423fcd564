import type { Temporal } from 'temporal-polyfill';
import { invalidField } from '#lib/errors/operation-error';
import { dateCriterion } from '#lib/fhir/rest/date-criterion';

/** From a moment on, and before another. */
export interface ChangedWhen {
  readonly changedFrom: Temporal.Instant | null;
  readonly changedBefore: Temporal.Instant | null;
}

const next = (instant: Temporal.Instant) => instant.add({ microseconds: 1 });

/**
 * `ge2026-01-01`, `lt2026-02-01`: all of them hold.
 * @throws OperationError `validation_failed`
 */
export function changedWhen(path: string, wishes: readonly string[]): ChangedWhen {
  let changedFrom: Temporal.Instant | null = null;
  let changedBefore: Temporal.Instant | null = null;
  const from = (at: Temporal.Instant) => {
    if (!changedFrom || at.epochNanoseconds > changedFrom.epochNanoseconds) changedFrom = at;
  };
  const before = (at: Temporal.Instant) => {
    if (!changedBefore || at.epochNanoseconds < changedBefore.epochNanoseconds) changedBefore = at;
  };
  for (const wish of wishes) {
    const { prefix, date } = dateCriterion(wish, 'UTC') ?? {};
    if (!date || !prefix || !['eq', 'ge', 'gt', 'le', 'lt'].includes(prefix))
      throw invalidField(path, 'invalid_date', 'A date of FHIR, after eq, ge, gt, le or lt');
    if (prefix === 'ge' || prefix === 'eq') from(date.start);
    if (prefix === 'gt') from(next(date.end));
    if (prefix === 'le' || prefix === 'eq') before(next(date.end));
    if (prefix === 'lt') before(date.start);
  }
  return { changedFrom, changedBefore };
}
