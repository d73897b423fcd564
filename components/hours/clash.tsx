import type { VisitRight, VisitState } from '#components/appointments/visit';

/** A visit that stands in time that is not offered. */
export interface ClashView {
  id: string;
  scheduled_at: string;
  created_at: string;
  patient_name: string | null;
  state: VisitState;
  overbooked: boolean;
  can: { cancel: VisitRight };
}

/** Those that are called off with the others: not whoever is there already, or was booked into that time on purpose. */
export const goingWithAll = <Clash extends ClashView>(absence: {
  readonly created_at: string;
  readonly clashes: readonly Clash[];
}): Clash[] =>
  absence.clashes.filter(({ state, overbooked, created_at, can }) => {
    const isOnPurpose = overbooked && Date.parse(created_at) > Date.parse(absence.created_at);
    return state === 'scheduled' && !isOnPurpose && can.cancel.allowed;
  });
