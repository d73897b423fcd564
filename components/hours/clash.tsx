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

interface Absence<Clash> {
  readonly created_at: string;
  readonly clashes: readonly Clash[];
}

/** Those that are called off with the others: not whoever is there already, or was booked into one of the absences on purpose. */
export function goingWithAll<Clash extends ClashView>(
  { clashes }: Absence<Clash>,
  absences: readonly Absence<Clash>[],
): Clash[] {
  const isOnPurpose = (visit: Clash) =>
    visit.overbooked &&
    absences.some(
      (each) =>
        Date.parse(each.created_at) < Date.parse(visit.created_at) &&
        each.clashes.some(({ id }) => id === visit.id),
    );
  return clashes.filter(
    (visit) => visit.state === 'scheduled' && !isOnPurpose(visit) && visit.can.cancel.allowed,
  );
}
