import { z } from 'zod';

/**
 * What a record says in the keys of v1, read from its resource. The keys are those of `content.ts`, but nothing is
 * limited or required beyond `text`: an imported resource may hold less, or more, than a caller may write.
 * Numbers are their literal text here; `wireContent` makes JSON numbers of them.
 */
const text = z.string();
const maybe = text.optional();
const coded = { text, code: maybe, code_system: maybe };

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
});

/** A DiagnosticReport that groups results. Read only: it is written by importing it. */
const labReportView = z.strictObject({
  ...coded,
  results: z.array(z.strictObject({ reference: text, display: maybe })),
  conclusion: maybe,
});

export type DiagnosisContent = z.infer<typeof diagnosisView>;
export type PrescriptionContent = z.infer<typeof prescriptionView>;
export type LabResultContent = z.infer<typeof labResultView>;
export type LabReportContent = z.infer<typeof labReportView>;

/** The schema of what each type of record says; for the output of an operation. */
export const recordContentView = {
  diagnosis: diagnosisView,
  prescription: prescriptionView,
  lab_result: labResultView,
  lab_report: labReportView,
};

export type RecordType = keyof typeof recordContentView;
export type ContentByType = { [Type in RecordType]: z.infer<(typeof recordContentView)[Type]> };
