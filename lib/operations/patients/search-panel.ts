import { bornOnOneOf, typedBirthDates } from '#lib/domain/birth-date-search';
import { nameMatches } from '#lib/domain/name-search';
import { readRecordNumber } from '#lib/domain/record-number';

interface Findable {
  readonly legal_name: string;
  readonly birth_date: string | null;
  readonly record_number: string;
}

/** Whether a patient is the one that somebody looks for, by whatever they know of them. */
export function patientSearch(typed: string): (patient: Findable) => boolean {
  const [dates, number] = [typedBirthDates(typed), readRecordNumber(typed)];
  return ({ legal_name, birth_date, record_number }) =>
    record_number === number || bornOnOneOf(birth_date, dates) || nameMatches(legal_name, typed);
}
