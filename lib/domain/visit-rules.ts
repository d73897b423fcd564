import { Temporal } from 'temporal-polyfill';
import { canBecome, canBeMoved, holdsTime, type VisitSide, type VisitState } from './appointments';
import type { VisitMode } from './availability/calendar';
import { checkInWindow, joinWindow } from './visit-windows';

export interface VisitFacts {
  readonly status: VisitState;
  readonly scheduled_at: Temporal.Instant;
  readonly zone: string;
  /** How long before it begins its patient may still move or cancel it. */
  readonly change_notice_minutes: number;
}

export type VisitRefusal = 'already_ended' | 'already_begun' | 'not_yet' | 'not_permitted' | 'too_late';

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

/** Whether its patient comes too late to change a visit, by the notice that its site asks for. */
function lateness(visit: VisitFacts, now: Temporal.Instant): 'already_begun' | 'too_late' | null {
  const { scheduled_at, change_notice_minutes: minutes } = visit;
  if (!isAfter(scheduled_at, now)) return 'already_begun';
  return isAfter(now, scheduled_at.subtract({ minutes })) ? 'too_late' : null;
}

/** Why a visit cannot be cancelled. Whoever was to come may not undo one that has begun; staff note who stayed away. */
export function cancelRefusal(visit: VisitFacts, by: VisitSide, now: Temporal.Instant): VisitRefusal | null {
  if (!canBecome(visit.status, 'cancelled')) return 'already_ended';
  return by === 'patient' ? lateness(visit, now) : null;
}

/** For how long the last change of a visit's state can be taken back; the database counts the same minutes. */
const undoMinutes = 10;

/** Its day has come, by the clock of its site. */
function isBeforeDay({ scheduled_at, zone }: VisitFacts, now: Temporal.Instant): boolean {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(dayOf(scheduled_at), dayOf(now)) > 0;
}

/** Why staff cannot say that a visit stands so: they do, from its day on. */
function staffRefusal(
  visit: VisitFacts,
  state: VisitState,
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (by === 'patient') return 'not_permitted';
  if (!canBecome(visit.status, state)) return 'already_ended';
  return isBeforeDay(visit, now) ? 'not_yet' : null;
}

export const completeRefusal = (visit: VisitFacts, by: VisitSide, now: Temporal.Instant) =>
  staffRefusal(visit, 'completed', by, now);

export const startRefusal = (visit: VisitFacts, by: VisitSide, now: Temporal.Instant) =>
  staffRefusal(visit, 'in_progress', by, now);

/** Nobody has stayed away from what has not begun. */
export function noShowRefusal(visit: VisitFacts, by: VisitSide, now: Temporal.Instant): VisitRefusal | null {
  const refusal = staffRefusal(visit, 'no_show', by, now);
  return refusal ?? (isAfter(visit.scheduled_at, now) ? 'not_yet' : null);
}

/** Why nobody can say that the patient is there. Staff may all day; whoever comes, around the time of a visit in person. */
export function arriveRefusal(
  visit: VisitFacts & { readonly mode: VisitMode },
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (by === 'staff') return staffRefusal(visit, 'arrived', by, now);
  if (visit.mode !== 'in_person') return 'not_permitted';
  if (visit.status !== 'scheduled') return 'already_ended';
  const { from, until } = checkInWindow(visit);
  if (isAfter(from, now)) return 'not_yet';
  return isAfter(now, until) ? 'too_late' : null;
}

/** Why somebody cannot join a visit by video: its patient's side and its doctor do, around its time. */
export function joinRefusal(
  visit: VisitFacts & {
    readonly ends_at: Temporal.Instant;
    readonly mode: VisitMode;
    /** Where the site's visits by video take place; null where none do. */
    readonly clinic_video_url: string | null;
    /** It is the actor's own, as its doctor. */
    readonly is_own: boolean;
  },
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (visit.mode !== 'video' || visit.clinic_video_url === null) return 'not_permitted';
  if (by === 'staff' && !visit.is_own) return 'not_permitted';
  if (!holdsTime(visit.status) || visit.status === 'completed') return 'already_ended';
  const { from, until } = joinWindow(visit);
  if (isAfter(from, now)) return 'not_yet';
  return isAfter(until, now) ? null : 'already_ended';
}

/**
 * Why the last change cannot be taken back. Staff do that, of a cancellation whoever has made it, and whoever has said too
 * early that they are there.
 */
export function undoRefusal(
  visit: VisitFacts & {
    readonly previous_status: VisitState | null;
    readonly status_since: Temporal.Instant;
    /** It was the actor who cancelled it. */
    readonly is_canceller: boolean;
    /** It was the actor who said that the patient is there. */
    readonly is_arriver: boolean;
  },
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (by === 'patient' && !visit.is_arriver) return 'not_permitted';
  if (visit.status === 'cancelled' && !visit.is_canceller) return 'not_permitted';
  const until = visit.status_since.add({ minutes: undoMinutes });
  return visit.previous_status === null || isAfter(now, until) ? 'too_late' : null;
}

/**
 * Until when a visit that does not take place leaves open what its booking gave. Staff may take a cancellation back, and
 * whoever was given up on may still come that day.
 */
export function closesAt(
  visit: VisitFacts,
  state: VisitState,
  by: VisitSide,
  now: Temporal.Instant,
): Temporal.Instant {
  if (by === 'patient') return now;
  const undone = now.add({ minutes: undoMinutes });
  if (state === 'cancelled') return undone;
  const nextDay = visit.scheduled_at.toZonedDateTimeISO(visit.zone).add({ days: 1 }).startOfDay().toInstant();
  return isAfter(nextDay, undone) ? nextDay : undone;
}

/** Why a visit cannot be moved to another time. */
export function moveRefusal(visit: VisitFacts, by: VisitSide, now: Temporal.Instant): VisitRefusal | null {
  if (!canBeMoved(visit.status)) return 'already_ended';
  return by === 'patient' ? lateness(visit, now) : null;
}

/** Why what is asked before a visit cannot be answered, or no longer: its patient's side does, until it has begun. */
export function answerRefusal(
  visit: Pick<VisitFacts, 'status'> & { readonly ends_at: Temporal.Instant },
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (by === 'staff') return 'not_permitted';
  if (visit.status === 'in_progress') return 'already_begun';
  const isAhead = visit.status === 'scheduled' || visit.status === 'arrived';
  return isAhead && isAfter(visit.ends_at, now) ? null : 'already_ended';
}

/** Why nobody can say that its patient will come: its patient's side does, until it begins. */
export function confirmRefusal(visit: VisitFacts, by: VisitSide, now: Temporal.Instant): VisitRefusal | null {
  if (by === 'staff') return 'not_permitted';
  if (visit.status !== 'scheduled') return 'already_ended';
  return isAfter(visit.scheduled_at, now) ? null : 'already_begun';
}

/**
 * Why the note of a visit cannot be written. Until the visit begins it says what the visit is about and belongs to the
 * side that wrote it, or may write it first because it booked the visit; from then on, or once the visit is completed, it
 * is the staff's: so neither overwrites the other.
 */
export function noteRefusal(
  visit: Omit<VisitFacts, 'change_notice_minutes'> & {
    readonly booked_as: VisitSide;
    readonly noted_as: VisitSide | null;
  },
  by: VisitSide,
  now: Temporal.Instant,
): VisitRefusal | null {
  if (visit.status === 'cancelled' || visit.status === 'no_show') return 'already_ended';
  if (visit.status === 'completed') return by === 'staff' ? null : 'already_ended';
  const hasBegun = visit.status === 'in_progress' || !isAfter(visit.scheduled_at, now);
  if (hasBegun) return by === 'staff' ? null : 'already_begun';
  if (by === (visit.noted_as ?? visit.booked_as)) return null;
  return by === 'staff' ? 'not_yet' : 'not_permitted';
}
