import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { clinicClosures } from '../schema/clinic-closures';

export type ClosureRow = Omit<typeof clinicClosures.$inferSelect, 'created_at'> & {
  /** Visits that stand on those days; null for who is no admin. */
  visits: number | null;
};

/** Those that are not over, by the clock of each site. */
export function listComingClosures(tx: Tx): Promise<ClosureRow[]> {
  return tx<ClosureRow[]>`
    select x.id, x.clinic_id, x.kind, x.name, x.first_day::text, x.last_day::text,
           app.visits_standing(x.clinic_id, x.first_day, x.last_day) as visits
      from clinic_closures x join clinics c on c.id = x.clinic_id
     where x.last_day >= (app.now() at time zone c.zone)::date
     order by x.first_day, x.id limit 1000`;
}

export function insertClosure(tx: Tx, row: typeof clinicClosures.$inferInsert): Statement {
  return insertRow(tx, clinicClosures, row);
}

/** Whether there was one. */
export async function deleteClosure(tx: Tx, id: Id<'clinic_closures'>): Promise<boolean> {
  const { count } = await tx`delete from clinic_closures where id = ${id}`;
  return count === 1;
}
