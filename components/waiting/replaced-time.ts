import { useTwoClocks } from '#components/appointments/two-clocks';

interface ReplacedVisit {
  visit_at: string | null;
  visit_zone: string | null;
}

/** When the visit is whose place an offered time would take, with its zone where the page is read by that of another site. */
export function useReplacedTime(
  { visit_at, visit_zone }: ReplacedVisit,
  offerZone: string,
  ownZone: string | null,
): string | null {
  const { timeOf } = useTwoClocks(visit_zone ?? offerZone, ownZone);
  if (visit_at === null) return null;
  const isElsewhere = ownZone === null && visit_zone !== null && visit_zone !== offerZone;
  return isElsewhere ? `${timeOf(visit_at)} (${visit_zone})` : timeOf(visit_at);
}
