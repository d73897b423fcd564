import type { Id } from '#lib/platform/ids';

/** What the actor is to the person whose chart it is, as the care relationships say at this moment. */
export const relations = [
  'self',
  'treating',
  // Consulting with a view of what is restricted as well.
  'consulting_restricted',
  'consulting',
  // A carer of records and visits, of what is to be read alone, of visits alone.
  'carer',
  'carer_chart',
  'carer_appointments',
  'none',
] as const;

export type Relation = (typeof relations)[number];

/** What somebody is by what their relation opens: a carer of any kind stands on the patient's side. */
export const isCarer = (relation: Relation): boolean => relation.startsWith('carer');

/** How far a record has come. Beside the status that its FHIR resource has, which differs from type to type. */
export const recordStages = ['draft', 'final', 'amended', 'entered_in_error'] as const;
export type RecordStage = (typeof recordStages)[number];

/** Restricted records are for the patient and those who treat them, never for carers. */
export const sensitivities = ['normal', 'restricted'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** What the patient has chosen: to see a result at once, with the doctor's comment, or when they ask for it. */
export const releases = ['released', 'awaiting_comment', 'ask_first'] as const;
export type Release = (typeof releases)[number];

/** What patients choose from, for each category of results. Only they choose: a clinic has no wish of its own. */
export const releaseChoices = ['at_once', 'with_comment', 'ask_first'] as const;
export type ReleaseChoice = (typeof releaseChoices)[number];

/** Whether a doctor has yet to look at a result. */
export const reviews = ['none', 'pending', 'critical', 'done'] as const;
export type Review = (typeof reviews)[number];

/** What of a record its visibility hangs on, beside what the actor is to the patient. */
export interface RecordLabels {
  readonly stage: RecordStage;
  readonly sensitivity: Sensitivity;
  readonly release: Release;
  readonly doctor_id: string | null;
}

export interface ChartSubject {
  readonly type: 'chart';
  readonly patient_id: Id<'patients'>;
  readonly relation: Relation;
  /** Where one record of the chart is meant: what decides whether it shows itself. */
  readonly record?: RecordLabels;
}

export interface AccountSubject {
  readonly type: 'account';
  readonly user_id: Id<'users'>;
}

/** What the clinic has for all of its people: its doctors, its users, its log. */
export interface ClinicSubject {
  readonly type: 'clinic';
  /** For whom it is asked, where somebody is named: the event names them, the policy does not look. */
  readonly patient_id?: Id<'patients'>;
}

/** What hangs on the actor alone: own account, own sessions, own visits, own panel. Row security picks the rows. */
export interface OwnSubject {
  readonly type: 'own';
}

/** What the policy is asked about. An operation may hang more of its row on it; the policy looks at these only. */
export type Subject = ChartSubject | AccountSubject | ClinicSubject | OwnSubject;

export const theClinic = (): ClinicSubject => ({ type: 'clinic' });
export const ownRows = (): OwnSubject => ({ type: 'own' });
