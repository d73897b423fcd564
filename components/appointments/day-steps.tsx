import { Temporal } from 'temporal-polyfill';
import { wishedDate } from './wished-date';

/** A day that was asked for, else today, with its neighbours. ISO dates. */
export function daySteps(today: string, wished: string | undefined) {
  const day = wishedDate(wished) ?? Temporal.PlainDate.from(today);
  return {
    day: day.toString(),
    before: day.subtract({ days: 1 }).toString(),
    after: day.add({ days: 1 }).toString(),
  };
}
