import type { Role } from '#lib/policy/roles';
import type { Relation } from '#lib/policy/subject';

/** What somebody can be to a chart. */
export type Standing = Relation;

export interface SignedIn {
  readonly role: Role;
  readonly relation: Standing;
}

export type Viewer = SignedIn | { readonly role: 'anonymous'; readonly relation: 'none' };

/** Every role in every relation that it can stand in: a doctor and an admin may be patients or carers themselves. */
export const viewers: readonly Viewer[] = [
  { role: 'anonymous', relation: 'none' },
  { role: 'patient', relation: 'self' },
  { role: 'patient', relation: 'carer' },
  { role: 'patient', relation: 'carer_chart' },
  { role: 'patient', relation: 'carer_appointments' },
  { role: 'patient', relation: 'none' },
  { role: 'doctor', relation: 'self' },
  { role: 'doctor', relation: 'treating' },
  { role: 'doctor', relation: 'consulting_restricted' },
  { role: 'doctor', relation: 'consulting' },
  { role: 'doctor', relation: 'carer' },
  { role: 'doctor', relation: 'none' },
  { role: 'admin', relation: 'self' },
  { role: 'admin', relation: 'carer' },
  { role: 'admin', relation: 'none' },
];

export const nameOf = ({ role, relation }: Viewer) => (role === 'anonymous' ? role : `${role}, ${relation}`);
