import { freeText } from '#lib/domain/free-text';
import { at, list } from '#lib/fhir/json';
import type { ReadUpload } from './read-upload';

/** What the uploader calls the system that the resources come from: the same resource has the same id there. */
export const sourceSystem = freeText(100).min(1).optional();

/** Generators of invented patients, by the system of the identifiers that they give. */
const generators: Readonly<Record<string, string>> = {
  'https://github.com/synthetichealth/synthea': 'synthea',
};

/** Where nobody has said it, the upload may. */
export function sourceSystemOf({ contents }: ReadUpload, named: string | undefined): string {
  if (named !== undefined) return named;
  const systems = list(contents.patient?.resource.identifier).map((each) => at(each, 'system'));
  const known = systems.find((each) => typeof each === 'string' && Object.hasOwn(generators, each));
  return (known !== undefined && generators[String(known)]) || 'fhir';
}

export const exampleUpload = [
  Buffer.from(
    '{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:0580b365-60f4-faeb-30d1-7107ebd06450","resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}}]}',
  ),
];
