import { z } from 'zod';

/**
 * What a record says in the keys of v1, read from its resource. The keys are those of `content.ts`, but nothing is
 * limited or required beyond `text`: an imported resource may hold less, or more, than a caller may write.
 * Numbers are their literal text here; `wireContent` makes JSON numbers of them.
 */
const text = z.string();
const maybe = text.optional();
const coded = { text, code: maybe, code_system: maybe };

/** What an Observation says besides, and nobody writes: why there is no value, and the parts of a panel. */
const components = z.array(z.strictObject({ text, value: maybe })).optional();
const unwritten = { absent_reason: maybe, components };

const diagnosisView = z.strictObject({ ...coded, clinical_status: maybe, onset: maybe });

const prescriptionView = z.strictObject({
  ...coded,
  dosage: maybe,
  quantity: maybe,
  refills: maybe,
  starts: maybe,
  ends: maybe,
});

const labResultView = z.strictObject({
  ...coded,
  /** Left out where the laboratory gave none: absent is neither zero nor negative. */
  value: maybe,
  comparator: maybe,
  unit: maybe,
  reference_range: z.strictObject({ low: maybe, high: maybe, text: maybe }).optional(),
  interpretation: maybe,
  comment: maybe,
  ...unwritten,
});

/** A DiagnosticReport that groups results. Read only: it is written by importing it. */
const labReportView = z.strictObject({
  ...coded,
  results: z.array(z.strictObject({ reference: text, display: maybe })),
  conclusion: maybe,
});

const allergyView = z.strictObject({
  ...coded,
  clinical_status: maybe,
  kind: maybe,
  category: maybe,
  criticality: maybe,
  reaction: maybe,
  severity: maybe,
  onset: maybe,
  comment: maybe,
});

/** Left out where it was done. */
const notDone = { not_done: z.boolean().optional(), status_reason: maybe };

const immunizationView = z.strictObject({
  ...coded,
  ...notDone,
  lot_number: maybe,
  dose_number: maybe,
  site: maybe,
  comment: maybe,
});

const vitalSignView = z.strictObject({
  ...coded,
  value: maybe,
  comparator: maybe,
  unit: maybe,
  /** In mm[Hg]; a pressure in another unit stands among the components, with its unit. */
  systolic: maybe,
  diastolic: maybe,
  comment: maybe,
  ...unwritten,
});

const procedureView = z.strictObject({
  ...coded,
  ...notDone,
  performed_end: maybe,
  body_site: maybe,
  reason: maybe,
  outcome: maybe,
  comment: maybe,
});

const encounterView = z.strictObject({ ...coded, class: maybe, reason: maybe, ends: maybe });

/** Left out is the body of a note that cannot be read as text. */
const noteView = z.strictObject({ ...coded, body: maybe, relates_to: maybe });

const documentView = z.strictObject({
  ...coded,
  media_type: maybe,
  size: maybe,
  sha1: maybe,
  blob_id: maybe,
  file_name: maybe,
  category: maybe,
});

/** Whatever else a chart holds. Read only: it is written by importing it. */
const otherView = z.strictObject({ ...coded, value: maybe, conclusion: maybe, ...unwritten });

export type DiagnosisContent = z.infer<typeof diagnosisView>;
export type PrescriptionContent = z.infer<typeof prescriptionView>;
export type LabResultContent = z.infer<typeof labResultView>;
export type LabReportContent = z.infer<typeof labReportView>;
export type AllergyContent = z.infer<typeof allergyView>;
export type ImmunizationContent = z.infer<typeof immunizationView>;
export type VitalSignContent = z.infer<typeof vitalSignView>;
export type ProcedureContent = z.infer<typeof procedureView>;
export type EncounterContent = z.infer<typeof encounterView>;
export type NoteContent = z.infer<typeof noteView>;
export type DocumentContent = z.infer<typeof documentView>;
export type OtherContent = z.infer<typeof otherView>;

/** The schema of what each type of record says; for the output of an operation. */
export const recordContentView = {
  diagnosis: diagnosisView,
  prescription: prescriptionView,
  lab_result: labResultView,
  lab_report: labReportView,
  allergy: allergyView,
  immunization: immunizationView,
  vital_sign: vitalSignView,
  procedure: procedureView,
  encounter: encounterView,
  note: noteView,
  document: documentView,
  other: otherView,
};

export type RecordType = keyof typeof recordContentView;
export const recordTypes = Object.keys(recordContentView) as RecordType[];
export type ContentByType = { [Type in RecordType]: z.infer<(typeof recordContentView)[Type]> };
