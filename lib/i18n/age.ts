import { Temporal } from 'temporal-polyfill';

export interface Age {
  unit: 'days' | 'weeks' | 'months' | 'years';
  count: number;
  /** The day of birth is not known: a year more or less. */
  about: boolean;
}

/**
 * How old somebody born then (a FHIR date) is on a day, in the unit that says something of them: an infant in months, a
 * newborn in days. By the calendar: born on 29 February one turns one on 1 March. Null where nothing can be said.
 */
export function ageOf(birthDate: string, day: string): Age | null {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(birthDate)) return null;
  const today = Temporal.PlainDate.from(day);
  if (birthDate.length < 'YYYY-MM-DD'.length) return aboutOf(birthDate, today);
  const born = Temporal.PlainDate.from(birthDate);
  if (Temporal.PlainDate.compare(born, today) > 0) return null;
  const { years, months } = born.until(today, { largestUnit: 'year' });
  if (years >= 2) return { unit: 'years', count: years, about: false };
  if (years > 0 || months > 2) return { unit: 'months', count: years * 12 + months, about: false };
  const { days } = born.until(today, { largestUnit: 'day' });
  if (days >= 28) return { unit: 'weeks', count: Math.floor(days / 7), about: false };
  return { unit: 'days', count: days, about: false };
}

/** From a year or a month alone. */
function aboutOf(birthDate: string, today: Temporal.PlainDate): Age | null {
  const [year = 0, month] = birthDate.split('-').map(Number);
  const months = (today.year - year) * 12 + (month === undefined ? 0 : today.month - month);
  if (months < 0) return null;
  return month !== undefined && months < 24
    ? { unit: 'months', count: months, about: true }
    : { unit: 'years', count: Math.floor(months / 12), about: true };
}
