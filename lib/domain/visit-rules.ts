import { Temporal } from 'temporal-polyfill';
import { type AppointmentStatus, canBecome, canBeMoved, type VisitSide } from './appointments';

export interface VisitFacts {
  readonly status: AppointmentStatus;
  readonly scheduled_at: Temporal.Instant;
  readonly zone: string;
}

export type VisitRefusal = 'already_ended' | 'already_begun' | 'not_yet' | 'not_permitted';

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** Why a visit cannot be cancelled. Whoever was to come may not undo one that has begun; staff note who stayed away. */
export function cancelRefusal(visit: VisitFacts, by: VisitSide, now: Temporal.Instant): VisitRefusal | null {
  if (!canBecome(visit.status, 'cancelled')) return 'already_ended';
  return by === 'patient' && !isAfter(visit.scheduled_at, now) ? 'already_begun' : null;
}

/** Why a visit cannot be completed: staff do that, from the day of the visit on by the clock of its site. */
export function completeRefusal(
  visit: VisitFacts,
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (by === 'patient') return 'not_permitted';
  if (!canBecome(visit.status, 'completed')) return 'already_ended';
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(visit.zone).toPlainDate();
  return Temporal.PlainDate.compare(dayOf(visit.scheduled_at), dayOf(now)) > 0 ? 'not_yet' : null;
}

/** Why a visit cannot be moved to another time. */
export function moveRefusal(visit: VisitFacts, by: VisitSide, now: Temporal.Instant): VisitRefusal | null {
  if (!canBeMoved(visit.status)) return 'already_ended';
  return by === 'patient' && !isAfter(visit.scheduled_at, now) ? 'already_begun' : null;
}

/**
 * Why the note of a visit cannot be written. Until the visit begins it says what the visit is about and belongs to the
 * side that wrote it, or may write it first because it booked the visit; from then on, or once the visit is completed, it
 * is the staff's: so neither overwrites the other.
 */
export function noteRefusal(
  visit: VisitFacts & { readonly booked_as: VisitSide; readonly noted_as: VisitSide | null },
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (visit.status === 'cancelled') return 'already_ended';
  if (visit.status === 'completed') return by === 'staff' ? null : 'already_ended';
  if (!isAfter(visit.scheduled_at, now)) return by === 'staff' ? null : 'already_begun';
  if (by === (visit.noted_as ?? visit.booked_as)) return null;
  return by === 'staff' ? 'not_yet' : 'not_permitted';
}
