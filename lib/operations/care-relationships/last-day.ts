import { Temporal } from 'temporal-polyfill';
import { endOfDay } from '#lib/domain/care';
import { invalidField } from '#lib/errors/operation-error';

interface Wish {
  readonly day: string;
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** How many days ahead it may be at most. */
  readonly mostDays: number;
}

/**
 * The end of a grant by its last day, where the patient's clock shows it.
 * @throws OperationError `validation_failed` for a day that is over or too far ahead
 */
export function endOfGrant({ day, zone, now, mostDays }: Wish): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (day < today.toString()) throw invalidField('until', 'in_the_past', 'In the past');
  const furthest = today.add({ days: mostDays });
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(day), furthest) > 0) {
    throw invalidField('until', 'too_far_ahead', `At the latest on ${furthest}`);
  }
  return endOfDay(day, zone);
}

/** A carer may look after somebody for life: this only catches a slip of the finger. */
export const carerDays = 36_525;
