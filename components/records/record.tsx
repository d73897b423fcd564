import type messages from '#messages/en.json';

/** A number's literal text, or a number: either is shown digit by digit. */
type Numeric = string | number;

interface Coded {
  text: string;
  code?: string;
  code_system?: string;
}

/** One of several values of a record: a panel's, a pressure in another unit. */
interface RecordPart {
  text: string;
  value?: string;
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
  absent_reason?: string;
  components?: readonly RecordPart[];
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

interface AllergyView extends Coded {
  clinical_status?: string;
  kind?: string;
  category?: string;
  criticality?: string;
  reaction?: string;
  severity?: string;
  onset?: string;
  comment?: string;
}
interface NotDone {
  not_done?: boolean;
  status_reason?: string;
}
interface ImmunizationView extends Coded, NotDone {
  lot_number?: string;
  dose_number?: Numeric;
  site?: string;
  comment?: string;
}
export interface VitalSignView extends Coded {
  value?: Numeric;
  comparator?: string;
  unit?: string;
  systolic?: Numeric;
  diastolic?: Numeric;
  comment?: string;
  absent_reason?: string;
  components?: readonly RecordPart[];
}
interface ProcedureView extends Coded, NotDone {
  performed_end?: string;
  body_site?: string;
  reason?: string;
  outcome?: string;
  comment?: string;
}
interface EncounterView extends Coded {
  class?: string;
  reason?: string;
  ends?: string;
}
interface NoteView extends Coded {
  body?: string;
  relates_to?: string;
}
interface DocumentView extends Coded {
  media_type?: string;
  size?: Numeric;
  file_name?: string;
  category?: string;
}
interface OtherView extends Coded {
  value?: string;
  conclusion?: string;
  absent_reason?: string;
  components?: readonly RecordPart[];
}

interface RecordBase extends Reported {
  id: string;
  patient_id: string;
  /** In the record's own words, without the tags of a code system. */
  title: string;
  status: string;
  stage: 'draft' | 'final' | 'amended' | 'entered_in_error';
  sensitivity: 'normal' | 'restricted';
  /** Who it comes from. */
  origin: 'clinic' | 'patient' | 'import';
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
  /** During which encounter it was, where that is a record of ours. */
  encounter_id: string | null;
}

/** What a record, or one version of it, says. */
export type RecordWords =
  | { record_type: 'diagnosis'; content: DiagnosisView }
  | { record_type: 'prescription'; content: PrescriptionView }
  | { record_type: 'lab_result'; content: LabResultView }
  | { record_type: 'lab_report'; content: LabReportView }
  | { record_type: 'allergy'; content: AllergyView }
  | { record_type: 'immunization'; content: ImmunizationView }
  | { record_type: 'vital_sign'; content: VitalSignView }
  | { record_type: 'procedure'; content: ProcedureView }
  | { record_type: 'encounter'; content: EncounterView }
  | { record_type: 'note'; content: NoteView }
  | { record_type: 'document'; content: DocumentView }
  | { record_type: 'other'; content: OtherView };

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

/** The kinds that people look for together: twelve are too many to choose from. */
export const recordGroups = {
  results: ['lab_result', 'lab_report'],
  medicines: ['prescription'],
  problems: ['diagnosis'],
  allergies: ['allergy'],
  vaccinations: ['immunization'],
  measurements: ['vital_sign'],
  visits: ['encounter', 'procedure'],
  notes: ['note', 'document'],
  other: ['other'],
} as const satisfies Record<string, readonly RecordKind[]>;
export type RecordGroup = keyof typeof recordGroups;
export const isRecordGroup = (text: string | undefined): text is RecordGroup =>
  text !== undefined && Object.hasOwn(recordGroups, text);
export const groupOf = (kind: RecordKind): RecordGroup | undefined =>
  (Object.keys(recordGroups) as RecordGroup[]).find((group) =>
    recordGroups[group].some((each: RecordKind) => each === kind),
  );

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

interface Told {
  record_type: RecordKind;
  review: 'none' | 'pending' | 'critical' | 'done';
  release: 'released' | 'awaiting_comment' | 'ask_first';
}

/** A course over time, or a doctor's words: a laboratory's results have them, and whatever else is looked at as one. */
export const hasStory = ({ record_type, review, release }: Told): boolean =>
  groupOf(record_type) === 'results' || review !== 'none' || release !== 'released';

/** What a result says may still change. */
export const isPreliminary = ({ warnings }: Pick<RecordView, 'warnings'>): boolean =>
  warnings.includes('preliminary');

export const isEnteredInError = ({ stage }: Pick<RecordView, 'stage'>): boolean =>
  stage === 'entered_in_error';
