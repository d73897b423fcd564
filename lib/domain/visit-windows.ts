import type { Temporal } from 'temporal-polyfill';
import type { VisitState } from './appointments';

export interface Window {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

interface Timed {
  readonly scheduled_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
}

/** When whoever comes says that they are there; the database counts the same minutes (`app.check_patient_step`). */
const checkInMinutes = { before: 60, after: 30 };
/** From how long before its start a visit by video can be joined. */
const joinMinutes = 15;
/** Until how long after its planned end: a visit often lasts longer, and one that has begun longer still. */
const overrunMinutes = { planned: 30, begun: 120 };

export const checkInWindow = ({ scheduled_at: at }: Pick<Timed, 'scheduled_at'>): Window => ({
  from: at.subtract({ minutes: checkInMinutes.before }),
  until: at.add({ minutes: checkInMinutes.after }),
});

/** A room that is left open after that is nobody's. */
export const joinWindow = ({ scheduled_at, ends_at, status }: Timed & { status: VisitState }): Window => ({
  from: scheduled_at.subtract({ minutes: joinMinutes }),
  until: ends_at.add({ minutes: status === 'in_progress' ? overrunMinutes.begun : overrunMinutes.planned }),
});
