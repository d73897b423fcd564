/** Code systems of the lists and of the sets that can be imported, by the URI that FHIR gives them. */
export const terminologySystems = {
  loinc: 'http://loinc.org',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  snomed: 'http://snomed.info/sct',
} as const;

/** What is written down with a code: the types of record whose forms search for one. */
export const codedKinds = [
  'diagnosis',
  'prescription',
  'lab_result',
  'vital_sign',
  'allergy',
  'immunization',
  'procedure',
  'note',
  'document',
] as const;
export type CodedKind = (typeof codedKinds)[number];

/** A code as a list or a full set gives it. */
export interface KnownCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** Other names, plain ones first. */
  readonly synonyms: readonly string[];
  readonly kinds: readonly CodedKind[];
  /** UCUM, of a test or a measurement. */
  readonly unit: string | null;
}
