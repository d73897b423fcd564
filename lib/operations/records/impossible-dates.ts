import { type FieldError, OperationError } from '#lib/errors/operation-error';
import { isAhead, isBeforeBirth, type Lifetime } from '#lib/fhir/lifetime';

interface Dated {
  readonly occurred_at?: string | undefined;
  readonly content: {
    readonly text: string;
    readonly onset?: string | undefined;
    readonly starts?: string | undefined;
    readonly ends?: string | undefined;
  };
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
