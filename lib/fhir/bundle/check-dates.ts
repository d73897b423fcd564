import { at, string } from '../json';
import { isAhead, isBeforeBirth, type Lifetime } from '../lifetime';
import type { BundleEntry } from './bundle-entry';
import { type BundleIssue, warningAt } from './issue';

const observed = ['effectiveDateTime', 'effectiveInstant', 'effectivePeriod.start', 'issued'];

/** Dates of what has happened. What is planned, ordered or agreed may well lie ahead. */
const happened: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['onsetDateTime', 'onsetPeriod.start', 'recordedDate', 'lastOccurrence'],
  Condition: ['onsetDateTime', 'onsetPeriod.start', 'abatementDateTime', 'recordedDate'],
  DiagnosticReport: observed,
  DocumentReference: ['date'],
  Immunization: ['occurrenceDateTime', 'recorded'],
  MedicationAdministration: ['effectiveDateTime', 'effectivePeriod.start'],
  MedicationRequest: ['authoredOn'],
  Observation: observed,
  Patient: ['birthDate', 'deceasedDateTime'],
  Procedure: ['performedDateTime', 'performedPeriod.start'],
};

/** Dates that cannot be. They are kept: a warning, not a refusal, for a mistake of the source is not ours to drop. */
export function checkDates({ type, resource, place }: BundleEntry, lifetime: Lifetime): BundleIssue[] {
  const paths = Object.hasOwn(happened, type) ? (happened[type] ?? []) : [];
  return paths.flatMap((path) => {
    const date = string(at(resource, ...path.split('.')));
    if (date === undefined) return [];
    if (isBeforeBirth(date, lifetime)) return warningAt(`${place}.${path}`, 'before_birth');
    return isAhead(date, lifetime) ? warningAt(`${place}.${path}`, 'in_the_future') : [];
  });
}
