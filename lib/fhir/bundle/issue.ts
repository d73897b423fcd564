/** What can be wrong with an upload, or worth a word: none of the sentences repeats anything that stands in it. */
export const bundleIssues = {
  empty: 'The upload is empty.',
  truncated: 'The upload ends in the middle of this element.',
  not_json: 'This is not valid JSON.',
  not_bundle: 'The upload is neither a bundle nor a resource of FHIR R4.',
  bundle_type: 'A bundle of this type is not imported: transaction, batch, collection and searchset are.',
  more_than_one_bundle: 'Something follows behind the end of the bundle.',
  too_many_entries: 'The upload holds more entries than are taken at once.',
  head_too_large: 'What stands beside the entries of the bundle is too large.',
  too_large: 'The entry is larger than a single resource may be.',
  invalid_utf8: 'The text is not valid UTF-8.',
  control_character: 'The text holds a control character, which FHIR does not allow.',
  invalid_unicode: 'The text holds half of a character.',
  string_too_long: 'The text is longer than the 1,048,576 characters that FHIR allows.',
  number_too_long: 'The number has too many digits.',
  too_deep: 'The elements are nested too deep.',
  forbidden_key: 'An element may not have this name.',
  duplicate_key: 'The same element stands twice in one object.',
  entry_shape: 'The entry is not an object that holds a resource.',
  resource_type: 'The entry holds no resource that can be imported.',
  bad_full_url: 'The fullUrl is not an absolute address.',
  unsupported_method: 'Only POST and PUT are taken: an import removes and patches nothing.',
  request_mismatch: 'The request of the entry names another type of resource.',
  duplicate_full_url: 'Another entry has the same fullUrl or the same type and id.',
  several_patients: 'The upload holds more than one patient: each chart is imported by itself.',
  no_patient: 'The upload holds no patient, and no chart was named.',
  no_chart: 'The upload belongs to no one chart: its records stand in several, or its patient was refused.',
  other_person: 'The patient of the upload was born on another day than the patient of the chart.',
  dangling_reference: 'The reference points at nothing in the upload.',
  dangling_contained: 'The reference points at no contained resource.',
  circular_reference: 'The reference leads back to where it started.',
  foreign_patient: 'The reference points at a patient outside the upload.',
  unresolved_reference: 'The reference points outside the upload. It is kept as it was received.',
  unresolved_conditional: 'Nobody known has this identifier. The reference is kept as it was received.',
  unknown_unit: 'The unit is not a UCUM code. It is kept as it was received.',
  unfit_unit: 'The unit does not fit what was measured. It is kept as it was received.',
  entry_list: 'The entries of the bundle are not a list.',
  too_many_errors: 'More than 1,000 entries were refused: the rest was not looked at, and nothing was taken.',
  before_birth: 'The date lies before the birth of the patient. It is kept as it was received.',
  in_the_future: 'The date lies ahead. It is kept as it was received.',
  other_name: 'The patient of the upload has no name in common with the patient of the chart.',
  unknown_person: 'Nothing shows that the patient of the upload is the patient of the chart.',
  patient_kept: 'The chart says something else of the patient. It stays as it was.',
  other_type: 'The same id is known here as another type of resource.',
  amended_here:
    'The record was amended here: our words stay, and what the source says now was not taken. A doctor decides.',
  older_version: 'The record is known in a later version. The older one was not taken.',
  restricted_unseen: 'Whoever does not see restricted records cannot bring one.',
  not_treating: 'Whoever has uploaded this may not write in the chart any more.',
} as const;

/** What the validator of R4 refuses, by its IssueType. */
const validatorIssues: Readonly<Record<string, string>> = {
  structure: 'The resource is not built as FHIR R4 asks for.',
  value: 'A value is not one that FHIR R4 allows here.',
  required: 'An element that FHIR R4 requires is missing.',
  invariant: 'The resource breaks a rule of FHIR R4.',
  'too-long': 'The elements are nested too deep.',
  'code-invalid': 'The code is not one of those that FHIR R4 allows here.',
};

export const wordsOfValidator = (code: string): string =>
  (Object.hasOwn(validatorIssues, code) && validatorIssues[code]) || 'The entry is not valid.';

export type BundleIssueCode = keyof typeof bundleIssues;

/** An error keeps the entry out; a warning does not. */
export interface BundleIssue {
  /** As in FHIRPath: `Bundle.entry[17].resource.code`. */
  readonly path: string;
  readonly code: BundleIssueCode;
  readonly severity: 'error' | 'warning';
}

export const errorAt = (path: string, code: BundleIssueCode): BundleIssue => ({
  path,
  code,
  severity: 'error',
});

export const warningAt = (path: string, code: BundleIssueCode): BundleIssue => ({
  path,
  code,
  severity: 'warning',
});

/** The upload, or the part of it that is being read, cannot be understood any further. */
export class BadBundle extends Error {
  override readonly name = 'BadBundle';

  constructor(readonly issue: BundleIssue) {
    super(issue.code);
  }
}

export const badBundle = (path: string, code: BundleIssueCode): BadBundle =>
  new BadBundle(errorAt(path, code));
