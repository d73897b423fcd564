import type { Id } from '#lib/platform/ids';

/**
 * What the actor is to the person whose chart it is, as the care relationships say at this moment: the kind, and behind
 * a slash how much of the chart was granted. A stronger one stands before a weaker.
 */
export const relations = [
  'self',
  'treating',
  'consulting/restricted',
  'consulting/chart',
  'carer/chart_and_appointments',
  'carer/chart',
  'carer/appointments',
  'none',
] as const;

export type Relation = (typeof relations)[number];

/** The same without how much was granted. */
export const relationKinds = ['self', 'treating', 'consulting', 'carer', 'none'] as const;

export type RelationKind = (typeof relationKinds)[number];

export const kindOf = (relation: Relation): RelationKind => relation.split('/')[0] as RelationKind;

export interface ChartSubject {
  readonly type: 'chart';
  readonly patient_id: Id<'patients'>;
  readonly relation: Relation;
}

export interface AccountSubject {
  readonly type: 'account';
  readonly user_id: Id<'users'>;
}

/** What the clinic has for all of its people: its doctors, its users, its log. */
export interface ClinicSubject {
  readonly type: 'clinic';
}

/** What hangs on the actor alone: own account, own sessions, own visits, own panel. Row security picks the rows. */
export interface OwnSubject {
  readonly type: 'own';
}

/** What the policy is asked about. An operation may hang more of its row on it; the policy looks at these only. */
export type Subject = ChartSubject | AccountSubject | ClinicSubject | OwnSubject;

export const theClinic = (): ClinicSubject => ({ type: 'clinic' });
export const ownRows = (): OwnSubject => ({ type: 'own' });
