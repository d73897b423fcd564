/** What the first version of the API knows of a visit: the states of a day come down to these three. */
export const appointmentStatuses = ['scheduled', 'completed', 'cancelled'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Where a visit stands. A time that is only held is none yet. */
export const visitStates = [
  'scheduled',
  'arrived',
  'in_progress',
  'completed',
  'cancelled',
  'no_show',
] as const;
export type VisitState = (typeof visitStates)[number];

/** As what somebody acts on a visit: as the one who comes (or for them), or as staff. */
export type VisitSide = 'patient' | 'staff';

const status: Readonly<Record<VisitState, AppointmentStatus>> = {
  scheduled: 'scheduled',
  arrived: 'scheduled',
  in_progress: 'scheduled',
  completed: 'completed',
  cancelled: 'cancelled',
  // It took no place: nobody may count it as held.
  no_show: 'cancelled',
};

export const statusOf = (state: VisitState): AppointmentStatus => status[state];

export const statesOf = (wished: AppointmentStatus): VisitState[] =>
  visitStates.filter((state) => status[state] === wished);

/** The same stands in the database (`app.check_visit_status`), which has the last word. */
const next: Readonly<Record<VisitState, readonly VisitState[]>> = {
  scheduled: ['arrived', 'in_progress', 'completed', 'cancelled', 'no_show'],
  arrived: ['in_progress', 'completed', 'cancelled', 'no_show'],
  in_progress: ['completed'],
  completed: [],
  cancelled: [],
  no_show: ['arrived'],
};

/** Whether a visit may go from one state to another. */
export function canBecome(from: VisitState, to: VisitState): boolean {
  return next[from].includes(to);
}

/** Whether nobody else may have its time. */
export const holdsTime = (state: VisitState): boolean => state !== 'cancelled' && state !== 'no_show';

/** Only a visit that is still scheduled may be moved to another time. */
export function canBeMoved(state: VisitState): boolean {
  return state === 'scheduled';
}
