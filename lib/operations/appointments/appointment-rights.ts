import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { AppointmentRow } from '#db/queries/appointments';
import type { VisitSide } from '#lib/domain/appointments';
import { cancelRefusal, completeRefusal, moveRefusal, type VisitRefusal } from '#lib/domain/visit-rules';
import { relationMay } from '#lib/policy/decide';
import { isCarer, type Relation } from '#lib/policy/subject';

const right = z.strictObject({
  allowed: z.boolean(),
  /** Why not; null where it is allowed. */
  reason: z.enum(['already_ended', 'already_begun', 'not_yet', 'not_permitted']).nullable(),
});

export const appointmentRights = z.strictObject({ cancel: right, complete: right, move: right });

export function sideOf(relation: Relation): VisitSide {
  return relation === 'self' || isCarer(relation) ? 'patient' : 'staff';
}

const rightOf = (reason: VisitRefusal | null) => ({ allowed: reason === null, reason });

/** What the actor may do to a visit: the same answer greys a control out and refuses the call behind it. */
export function rightsToVisit(
  row: Pick<AppointmentRow, 'status' | 'scheduled_at' | 'zone' | 'relation'>,
  now: Temporal.Instant,
): z.output<typeof appointmentRights> {
  // Nothing is left to do with a visit whose chart has been closed to the actor, or is theirs to read alone.
  if (!relationMay(row.relation, 'write:appointments')) {
    return {
      cancel: rightOf('not_permitted'),
      complete: rightOf('not_permitted'),
      move: rightOf('not_permitted'),
    };
  }
  const side = sideOf(row.relation);
  return {
    cancel: rightOf(cancelRefusal(row, side, now)),
    complete: rightOf(completeRefusal(row, side, now)),
    move: rightOf(moveRefusal(row, side, now)),
  };
}
