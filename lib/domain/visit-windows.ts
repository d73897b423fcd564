import type { Temporal } from 'temporal-polyfill';

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

export const checkInWindow = ({ scheduled_at: at }: Pick<Timed, 'scheduled_at'>): Window => ({
  from: at.subtract({ minutes: checkInMinutes.before }),
  until: at.add({ minutes: checkInMinutes.after }),
});

/** Until it ends: a room that is left open after that is nobody's. */
export const joinWindow = ({ scheduled_at, ends_at }: Timed): Window => ({
  from: scheduled_at.subtract({ minutes: joinMinutes }),
  until: ends_at,
});
