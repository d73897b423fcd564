import type { Statement, Tx } from '../client';

/**
 * What the actor is to the patient, as a column: `self`, or the strongest care relationship of this moment, or `none`.
 * Inline, because a function would be called for each row.
 */
export function relationTo(tx: Tx, patientId: Statement): Statement {
  return tx`
    case when ${patientId} = app.patient_id() then 'self' else coalesce((
      select case when c.kind = 'consulting' and c.scope = 'restricted' or c.kind = 'carer' and c.scope in ('chart', 'appointments')
                  then c.kind || '_' || c.scope else c.kind end
        from care_relationships c
       where c.patient_id = ${patientId} and c.kind in ('treating', 'consulting', 'carer')
         and (c.practitioner_id = app.practitioner_id() or c.user_id = app.user_id())
         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
       order by c.kind desc, c.scope desc limit 1), 'none') end`;
}
