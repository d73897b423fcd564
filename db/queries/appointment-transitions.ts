import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { appointmentTransitions } from '../schema/appointment-transitions';
import type { practitioners } from '../schema/practitioners';
import type { VisitState } from './appointments';

type Row = typeof appointmentTransitions.$inferSelect;
type Practitioner = typeof practitioners.$inferSelect;

export type TransitionRow = Pick<Row, 'id' | 'changed_as' | 'reason'> & {
  from_status: VisitState;
  to_status: VisitState;
  changed_at: Temporal.Instant;
  /** The practitioner behind the account that has made the change; null for the patient's side. */
  changer_id: Practitioner['id'] | null;
  changer_name: Practitioner['display_name'] | null;
};

export function insertTransition(tx: Tx, row: typeof appointmentTransitions.$inferInsert): Statement {
  return insertRow(tx, appointmentTransitions, row);
}

/** What became of a visit, in order of time. */
export function listTransitions(
  tx: Tx,
  visit: { patient_id: Id<'patients'>; id: Id<'appointments'> },
): Promise<TransitionRow[]> {
  return tx<TransitionRow[]>`
    select t.id, t.from_status, t.to_status, t.changed_as, t.reason, t.changed_at, d.id as changer_id,
           d.display_name as changer_name
      from appointment_transitions t left join practitioners d on d.user_id = t.changed_by
     where t.patient_id = ${visit.patient_id} and t.appointment_id = ${visit.id}
     order by t.changed_at, t.id`;
}
