import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertTransition } from '#db/queries/appointment-transitions';
import type { AppointmentRow } from '#db/queries/appointments';
import { seal } from '#lib/crypto/seal';
import type { VisitState } from '#lib/domain/appointments';
import { newId } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import { sideOf } from './appointment-rights';
import { visitKey } from './visit-key';

/** Whoever changes a visit, and when. */
export interface Changer {
  readonly actor: Pick<UserActor, 'user_id'>;
  readonly now: Temporal.Instant;
}

interface Transition extends Changer {
  readonly to: VisitState;
  readonly reason: string | undefined;
}

/** Who has changed the state of a visit, when and why; the reason under the patient's key. */
export async function writeTransition(
  tx: Tx,
  row: AppointmentRow,
  { to, reason, actor, now }: Transition,
): Promise<void> {
  const id = newId('appointment_transitions');
  await insertTransition(tx, {
    id,
    patient_id: row.patient_id,
    appointment_id: row.id,
    from_status: row.status,
    to_status: to,
    changed_by: actor.user_id,
    changed_as: sideOf(row.relation),
    reason: reason ? seal('appointment_transitions.reason', id, reason, visitKey(row)) : null,
    changed_at: now,
  });
}
