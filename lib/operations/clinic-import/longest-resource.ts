/** Characters of one FHIR resource that an import takes: a long narrative, no picture. */
export const longestResource = 1_000_000;
