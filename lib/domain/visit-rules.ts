import { Temporal } from 'temporal-polyfill';
import { type AppointmentStatus, canBecome, canBeMoved } from './appointments';

export interface VisitFacts {
  readonly status: AppointmentStatus;
  readonly scheduled_at: Temporal.Instant;
  readonly zone: string;
}

export type VisitRefusal = 'already_ended' | 'already_begun' | 'not_yet' | 'not_permitted';

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** Why a visit cannot be cancelled. Whoever was to come may not undo one that has begun; staff note who stayed away. */
export function cancelRefusal(
  visit: VisitFacts,
  by: 'patient' | 'staff',
  now: Temporal.Instant,
): VisitRefusal | null {
  if (!canBecome(visit.status, 'cancelled')) return 'already_ended';
  return by === 'patient' && !isAfter(visit.scheduled_at, now) ? 'already_begun' : null;
}

/** Why a visit cannot be completed: staff do that, from the day of the visit on by the clock of its site. */
export function completeRefusal(
  visit: VisitFacts,
  by: 'patient' | 'staff',
  now: Temporal.Instant,
): VisitRefusal | null {
  if (by === 'patient') return 'not_permitted';
  if (!canBecome(visit.status, 'completed')) return 'already_ended';
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(visit.zone).toPlainDate();
  return Temporal.PlainDate.compare(dayOf(visit.scheduled_at), dayOf(now)) > 0 ? 'not_yet' : null;
}

/** Why a visit cannot be moved to another time. */
export function moveRefusal(
  visit: VisitFacts,
  by: 'patient' | 'staff',
  now: Temporal.Instant,
): VisitRefusal | null {
  if (!canBeMoved(visit.status)) return 'already_ended';
  return by === 'patient' && !isAfter(visit.scheduled_at, now) ? 'already_begun' : null;
}
