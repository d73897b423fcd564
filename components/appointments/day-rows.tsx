import { Temporal } from 'temporal-polyfill';
import type { AgendaVisit } from './agenda-row';
import { isRunning } from './is-running';

export type DayRow =
  | { kind: 'visit'; visit: AgendaVisit; current: boolean }
  | { kind: 'gap'; from: string; minutes: number };

const shortestGapMinutes = 10;
const at = (text: string) => Temporal.Instant.from(text);

/** Visits in order, with the gaps between those that take place. */
export function dayRows(visits: readonly AgendaVisit[], now: string): DayRow[] {
  const rows: DayRow[] = [];
  let free: Temporal.Instant | null = null;
  for (const visit of visits) {
    const starts = at(visit.scheduled_at);
    const takesPlace = visit.status !== 'cancelled';
    const minutes = free && takesPlace ? Math.round(free.until(starts).total('minutes')) : 0;
    if (free && minutes >= shortestGapMinutes) rows.push({ kind: 'gap', from: free.toString(), minutes });
    const ends = at(visit.ends_at);
    rows.push({ kind: 'visit', visit, current: isRunning(visit, now) });
    if (takesPlace && (free === null || Temporal.Instant.compare(ends, free) > 0)) free = ends;
  }
  return rows;
}
