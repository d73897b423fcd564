import { identifiersOf } from '../identifiers';
import { type JsonObject, list, object, string } from '../json';
import type { BundleEntry } from './bundle-entry';
import { type BundleIssue, errorAt } from './issue';

/** Whether an identifier, `system|value`, is the chart's patient's. */
export type IsThePatient = (token: string) => boolean;

/** Whom a resource is about, where it says so without an address: by an identifier, or by a patient that it contains. */
export function checkSubject({ resource, place }: BundleEntry, isThePatient: IsThePatient): BundleIssue[] {
  return ['subject', 'patient'].flatMap((element) => {
    const named = object(resource[element]);
    if (!named) return [];
    const [path, tokens] = namedBy(resource, named);
    if (path === null || tokens.some(isThePatient)) return [];
    return errorAt(`${place}.${element}.${path}`, 'foreign_patient');
  });
}

/** Where it names a patient so, and by which identifiers. */
function namedBy(resource: JsonObject, named: JsonObject): [path: string | null, tokens: readonly string[]] {
  const reference = string(named.reference);
  if (reference === undefined) {
    const isPatient = named.type === undefined || named.type === 'Patient';
    const byIdentifier = isPatient && named.identifier !== undefined;
    return byIdentifier
      ? ['identifier', identifiersOf({ identifier: [named.identifier ?? null] })]
      : [null, []];
  }
  const contained = list(resource.contained)
    .map((each) => object(each))
    .find((each) => reference === `#${string(each?.id)}`);
  return contained?.resourceType === 'Patient' ? ['reference', identifiersOf(contained)] : [null, []];
}
