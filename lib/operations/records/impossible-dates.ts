import type { Temporal } from 'temporal-polyfill';
import { type FieldError, OperationError } from '#lib/errors/operation-error';
import { certainlyBefore, parseFhirDate } from '#lib/fhir/dates';

interface Dated {
  readonly occurred_at?: string | undefined;
  readonly content: {
    readonly text: string;
    readonly onset?: string | undefined;
    readonly starts?: string | undefined;
    readonly ends?: string | undefined;
  };
}

/** What the dates of a record are held against. */
export interface Lifetime {
  readonly birthDate: string | null;
  readonly now: Temporal.Instant;
}

/**
 * A fact about somebody lies in their life, and what has happened lies not ahead; a course of medicine may. A date
 * without its day or month passes where it can be meant rightly.
 * @throws OperationError `validation_failed` with every such date
 */
export function refuseImpossibleDates(
  { occurred_at, content: { onset, starts, ends } }: Dated,
  lifetime: Lifetime,
): void {
  const happened = { occurred_at, 'content.onset': onset };
  const dates = { ...happened, 'content.starts': starts, 'content.ends': ends };
  const errors = [
    ...broken(dates, 'before_birth', 'Before birth', (date) => isBeforeBirth(date, lifetime)),
    ...broken(happened, 'in_the_future', 'In the future', (date) => isAhead(date, lifetime)),
  ];
  if (errors.length > 0) throw new OperationError('validation_failed', { errors });
}

function broken(
  dates: Record<string, string | undefined>,
  code: string,
  message: string,
  isBroken: (date: string) => boolean,
): FieldError[] {
  return Object.entries(dates).flatMap(([path, date]) =>
    date !== undefined && isBroken(date) ? [{ path, code, message }] : [],
  );
}

const isBeforeBirth = (date: string, { birthDate }: Lifetime) =>
  birthDate !== null && certainlyBefore(date, birthDate);

/** Clocks differ a little, and zones by a day; more than that has not happened. */
function isAhead(date: string, { now }: Lifetime): boolean {
  const start = parseFhirDate(date, 'UTC')?.start;
  return start !== undefined && start.epochMilliseconds > now.add({ hours: 24 }).epochMilliseconds;
}
