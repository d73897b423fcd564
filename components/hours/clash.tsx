import type { VisitRight, VisitState } from '#components/appointments/visit';

/** A visit that stands in time that is not offered. */
export interface ClashView {
  id: string;
  scheduled_at: string;
  patient_name: string | null;
  state: VisitState;
  overbooked: boolean;
  can: { cancel: VisitRight };
}

/** Called off with the others: not whoever is there already, or was booked into that time on purpose. */
export const goesWithAll = ({ state, overbooked, can }: ClashView): boolean =>
  state === 'scheduled' && !overbooked && can.cancel.allowed;
