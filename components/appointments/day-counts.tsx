import { type AgendaVisit, takesPlace } from './visit';

/** How many visits a day has, and how many of them are done: those that take place, as its week counts them. */
export function dayCounts(visits: readonly Pick<AgendaVisit, 'status'>[]) {
  const standing = visits.filter(takesPlace);
  return { total: standing.length, done: standing.filter(({ status }) => status === 'completed').length };
}
