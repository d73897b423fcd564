import { Temporal } from 'temporal-polyfill';
import { type AgendaVisit, takesPlace } from './visit';

/** The visit that runs or comes next on that day; on a day that is over, or not yet there, its first. */
export function nextOnDay<Visit extends AgendaVisit>(
  visits: readonly Visit[],
  now: string,
): Visit | undefined {
  const moment = Temporal.Instant.from(now);
  const held = visits.filter(takesPlace);
  const next = held.find(
    ({ status, ends_at }) =>
      status === 'scheduled' && Temporal.Instant.compare(Temporal.Instant.from(ends_at), moment) > 0,
  );
  return next ?? held[0] ?? visits[0];
}
