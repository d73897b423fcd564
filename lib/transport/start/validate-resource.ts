import { resourceValidator } from '#lib/fhir/validate';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';

/** Reads the definitions of R4 when the first resource comes, and not before. */
export const validateResource = resourceValidator(readFhirDefinitions);
