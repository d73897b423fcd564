import type messages from '#messages/en.json';

/** A number's literal text, or a number: either is shown digit by digit. */
type Numeric = string | number;

interface Coded {
  text: string;
  code?: string;
  code_system?: string;
}

export interface DiagnosisView extends Coded {
  clinical_status?: string;
  onset?: string;
}
export interface PrescriptionView extends Coded {
  dosage?: string;
  quantity?: Numeric;
  refills?: Numeric;
  starts?: string;
  ends?: string;
}
export interface LabResultView extends Coded {
  value?: Numeric;
  comparator?: string;
  unit?: string;
  reference_range?: { low?: Numeric; high?: Numeric; text?: string };
  interpretation?: string;
  comment?: string;
}
export interface LabReportView extends Coded {
  results: readonly { reference: string; display?: string }[];
  conclusion?: string;
}

/** Whose word a record is. */
export interface Reported {
  origin: 'clinic' | 'patient' | 'import';
  can: { amend_own: RecordRight };
}

interface RecordBase extends Reported {
  id: string;
  patient_id: string;
  /** In the record's own words, without the tags of a code system. */
  title: string;
  status: string;
  stage: 'draft' | 'final' | 'amended' | 'entered_in_error';
  sensitivity: 'normal' | 'restricted';
  version: number;
  /** FHIR date or instant; null where it is not known. */
  occurred_at: string | null;
  created_at: string;
  updated_at: string;
  /** The author; null where the source of an import names nobody of ours. */
  doctor_name: string | null;
  /** Key of a test's plain name below `labs` in the message catalogue. */
  lab_key: string | null;
  /** What turns the meaning of the record; keys of `records.warning`. */
  warnings: readonly string[];
  /** A diagnosis that notes how someone lives, not a health problem. */
  circumstance: boolean;
}

/** Kinds that are shown by their name, date and author. */
const plainKinds = [
  'allergy',
  'immunization',
  'vital_sign',
  'procedure',
  'encounter',
  'note',
  'document',
  'other',
] as const;
type PlainKind = (typeof plainKinds)[number];

/** What a record, or one version of it, says. */
export type RecordWords =
  | { record_type: 'diagnosis'; content: DiagnosisView }
  | { record_type: 'prescription'; content: PrescriptionView }
  | { record_type: 'lab_result'; content: LabResultView }
  | { record_type: 'lab_report'; content: LabReportView }
  | { record_type: PlainKind; content: Coded };

/** What a result says of its value, as the record decides it. */
export interface LabFlag {
  key: keyof (typeof messages)['records']['flag'];
  /** By the laboratory, or here from the range that came with the result. */
  source: 'reported' | 'computed';
}

export type LabRecord = RecordBase & {
  record_type: 'lab_result';
  content: LabResultView;
  flag: LabFlag | null;
};
export type RecordView = LabRecord | (RecordBase & Exclude<RecordWords, { record_type: 'lab_result' }>);

export type RecordKind = RecordView['record_type'];
export const recordKinds = ['diagnosis', 'prescription', 'lab_result', 'lab_report', ...plainKinds] as const;
export const isRecordKind = (text: string | undefined): text is RecordKind =>
  recordKinds.some((kind) => kind === text);

export const writableKinds = [
  'note',
  'diagnosis',
  'prescription',
  'lab_result',
  'vital_sign',
  'allergy',
  'immunization',
  'procedure',
  'encounter',
] as const;
export type WritableKind = (typeof writableKinds)[number];
export const isWritableKind = (text: string): text is WritableKind =>
  writableKinds.some((kind) => kind === text);

/** What the reader may do to a record, or why not. */
export interface RecordRight {
  allowed: boolean;
  reason:
    | 'not_permitted'
    | 'not_author'
    | 'entered_in_error'
    | 'read_only_type'
    | 'unknown_modifier'
    | 'signed_note'
    | 'already_signed'
    | 'taken_over'
    | 'already_confirmed'
    | null;
}

export type DiagnosisRecord = Extract<RecordView, { record_type: 'diagnosis' }>;
export type PrescriptionRecord = Extract<RecordView, { record_type: 'prescription' }>;

export const isEnteredInError = ({ stage }: Pick<RecordView, 'stage'>): boolean =>
  stage === 'entered_in_error';
