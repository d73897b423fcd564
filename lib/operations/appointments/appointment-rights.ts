import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { AppointmentRow } from '#db/queries/appointments';
import type { VisitSide } from '#lib/domain/appointments';
import {
  answerRefusal,
  arriveRefusal,
  cancelRefusal,
  completeRefusal,
  confirmRefusal,
  joinRefusal,
  moveRefusal,
  noShowRefusal,
  startRefusal,
  undoRefusal,
  type VisitRefusal,
} from '#lib/domain/visit-rules';
import { relationMay } from '#lib/policy/decide';
import { isCarer, type Relation } from '#lib/policy/subject';

const right = z.strictObject({
  allowed: z.boolean(),
  /** Why not; null where it is allowed. */
  reason: z.enum(['already_ended', 'already_begun', 'not_yet', 'not_permitted', 'too_late']).nullable(),
});

export const appointmentRights = z.strictObject({
  cancel: right,
  complete: right,
  move: right,
  arrive: right,
  start: right,
  no_show: right,
  /** Say that one will come. */
  confirm: right,
  /** Go into the room of a visit by video. */
  join: right,
  /** Answer what is asked before it. */
  answer: right,
  /** Take back the last change. */
  undo: right,
});

export type Rights = z.output<typeof appointmentRights>;

export function sideOf(relation: Relation): VisitSide {
  return relation === 'self' || isCarer(relation) ? 'patient' : 'staff';
}

const rightOf = (reason: VisitRefusal | null) => ({ allowed: reason === null, reason });

const refusals = {
  cancel: cancelRefusal,
  complete: completeRefusal,
  move: moveRefusal,
  arrive: arriveRefusal,
  start: startRefusal,
  no_show: noShowRefusal,
  confirm: confirmRefusal,
  join: joinRefusal,
  answer: answerRefusal,
  undo: undoRefusal,
};

/** What the actor may do to a visit: the same answer greys a control out and refuses the call behind it. */
export function rightsToVisit(row: AppointmentRow, now: Temporal.Instant): Rights {
  // Nothing is left to do with a visit whose chart has been closed to the actor, or is theirs to read alone.
  const isOpen = relationMay(row.relation, 'write:appointments');
  const side = sideOf(row.relation);
  const rights = Object.entries(refusals).map(([name, refusal]) => [
    name,
    rightOf(isOpen ? refusal(row, side, now) : 'not_permitted'),
  ]);
  return Object.fromEntries(rights) as Rights;
}
