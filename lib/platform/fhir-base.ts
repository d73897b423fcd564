import { env } from './env';

export const fhirPrefix = '/fhir/R4';

/** Below which resources of ours stand. */
export const fhirBase = (): string => `${env().publicUrl.origin}${fhirPrefix}`;
