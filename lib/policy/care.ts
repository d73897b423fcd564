import type { UserActor } from './actor';
import type { Relation } from './subject';

interface Care {
  readonly kind: string;
  /** What the actor is to the chart. */
  readonly relation: Relation;
  readonly user_id: string | null;
  readonly granted_by: string | null;
}

/**
 * Who may end what somebody has granted: its patient always, and a carer their own part, whatever else either is; of a
 * colleague's access the doctor who granted it and whoever treats the patient. What bookings and assignments have made
 * ends with those, and administration as such ends its assignments alone.
 */
export function mayEndCare(actor: UserActor, { kind, relation, user_id, granted_by }: Care): boolean {
  if (kind === 'carer') return relation === 'self' || user_id === actor.user_id;
  if (kind !== 'consulting') return false;
  if (relation === 'self') return true;
  return actor.role !== 'admin' && (relation === 'treating' || granted_by === actor.user_id);
}

/** Whose end may be moved, and by whom: a patient's own grant, by the patient. */
export const mayMoveCareEnd = ({ kind, relation }: Pick<Care, 'kind' | 'relation'>): boolean =>
  kind === 'carer' && relation === 'self';
