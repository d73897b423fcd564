import { Temporal } from 'temporal-polyfill';
import type { ClosedView } from './closed-time';
import { isRunning } from './is-running';
import { type AgendaVisit, takesPlace } from './visit';

export type DayRow<Visit> =
  | { kind: 'visit'; visit: Visit; current: boolean }
  | { kind: 'gap'; from: string; minutes: number }
  | { kind: 'closed'; closed: ClosedView };

const shortestGapMinutes = 10;
const at = (text: string) => Temporal.Instant.from(text);

interface Piece<Visit> {
  row: DayRow<Visit>;
  starts: Temporal.Instant;
  ends: Temporal.Instant;
  /** What is cancelled leaves its time free. */
  takesTime: boolean;
}

/** Visits in order, with the time that nobody is offered, and the gaps between. */
export function dayRows<Visit extends AgendaVisit>(
  visits: readonly Visit[],
  now: string,
  closed: readonly ClosedView[],
): DayRow<Visit>[] {
  const rows: DayRow<Visit>[] = [];
  let free: Temporal.Instant | null = null;
  for (const { row, starts, ends, takesTime } of pieces(visits, now, closed)) {
    const minutes = free && takesTime ? Math.round(free.until(starts).total('minutes')) : 0;
    if (free && minutes >= shortestGapMinutes) rows.push({ kind: 'gap', from: free.toString(), minutes });
    rows.push(row);
    if (takesTime && (free === null || Temporal.Instant.compare(ends, free) > 0)) free = ends;
  }
  return rows;
}

function pieces<Visit extends AgendaVisit>(
  visits: readonly Visit[],
  now: string,
  closed: readonly ClosedView[],
): Piece<Visit>[] {
  const ofVisits = visits.map((visit): Piece<Visit> => {
    const row = { kind: 'visit', visit, current: isRunning(visit, now) } as const;
    return { row, starts: at(visit.scheduled_at), ends: at(visit.ends_at), takesTime: takesPlace(visit) };
  });
  const ofClosed = closed.map((each): Piece<Visit> => {
    const row = { kind: 'closed', closed: each } as const;
    return { row, starts: at(each.starts_at), ends: at(each.ends_at), takesTime: true };
  });
  return [...ofClosed, ...ofVisits].sort((a, b) => Temporal.Instant.compare(a.starts, b.starts));
}
