import { parseFhirDate } from '#lib/fhir/dates';
import { withSensitivity } from '#lib/fhir/draft';
import { at, parseStored, string } from '#lib/fhir/json';
import { sensitivityOf } from '#lib/fhir/sensitivity';
import type { Sensitivity } from '#lib/policy/subject';

/** Where both say when they were written last. */
export function isOlder(coming: string, standing: string): boolean {
  const [now, before] = [coming, standing].map(lastUpdated);
  return now !== undefined && before !== undefined && now < before;
}

function lastUpdated(text: string): bigint | undefined {
  const moment = string(at(parseStored(text).meta, 'lastUpdated'));
  return moment === undefined ? undefined : parseFhirDate(moment, 'UTC')?.start.epochNanoseconds;
}

/** What is restricted stays so until a doctor says otherwise: the text itself says it, for whoever amends it next. */
export const asRestrictedAs = (sensitivity: Sensitivity, text: string): string =>
  sensitivity === 'restricted' && sensitivityOf(parseStored(text)) === 'normal'
    ? withSensitivity(text, true)
    : text;
