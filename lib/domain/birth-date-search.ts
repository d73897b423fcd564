const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2000, month, 15))
    .toLowerCase(),
);

/** `3`, `03`, `Mar`, `March`; null for no month. */
function monthOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  const at = text.length < 3 ? -1 : monthNames.findIndex((name) => name.startsWith(text));
  return at < 0 ? null : at + 1;
}

const two = (number: number) => String(number).padStart(2, '0');

function iso(year: string, month: string, day?: string): string[] {
  const [m, d] = [monthOf(month), day === undefined ? null : Number(day)];
  if (m === null || (d !== null && !(d >= 1 && d <= 31))) return [];
  return [d === null ? `${year}-${two(m)}` : `${year}-${two(m)}-${two(d)}`];
}

/**
 * The dates that somebody may mean by what they typed, as FHIR dates: `27 3 1961`, `27/03/1961`, `1961-03-27`,
 * `27 March 1961`, `19610327`, `March 1961`. Where day and month could be either way round, both. None for anything else.
 */
export function typedBirthDates(typed: string): string[] {
  const parts = typed
    .trim()
    .toLowerCase()
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .split(/[\s./,-]+/u);
  const [first = '', second = '', third = '', ...more] = parts;
  const isYear = (text: string) => /^(?:18|19|20|21)\d{2}$/.test(text);
  if (more.length > 0) return [];
  if (isYear(first) && parts.length === 3) return iso(first, second, third);
  if (isYear(first) && parts.length === 2) return iso(first, second);
  if (isYear(second) && parts.length === 2) return iso(second, first);
  if (!isYear(third)) return [];
  return [...new Set([...iso(third, second, first), ...iso(third, first, second)])];
}

/** Whether a birth date, of which the day may be unknown, can be one of these. */
export const bornOnOneOf = (birthDate: string | null, typed: readonly string[]): boolean =>
  birthDate !== null && typed.some((date) => birthDate.startsWith(date) || date.startsWith(birthDate));
