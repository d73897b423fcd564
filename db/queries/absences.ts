import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { absences } from '../schema/absences';

export type AbsenceRow = Pick<
  typeof absences.$inferSelect,
  'id' | 'kind' | 'starts_at' | 'ends_at' | 'created_at'
>;

/** A doctor's absences that are not over. */
export function listComingAbsences(tx: Tx, practitionerId: Id<'practitioners'>): Promise<AbsenceRow[]> {
  return tx<AbsenceRow[]>`
    select id, kind, starts_at, ends_at, created_at from absences
     where practitioner_id = ${practitionerId} and ends_at > app.now() order by starts_at, id limit 200`;
}

/** A doctor's absences in a time, over or not. */
export function listAbsencesIn(
  tx: Tx,
  practitionerId: Id<'practitioners'>,
  { starts_at, ends_at }: { starts_at: Temporal.Instant; ends_at: Temporal.Instant },
): Promise<AbsenceRow[]> {
  return tx<AbsenceRow[]>`
    select id, kind, starts_at, ends_at, created_at from absences
     where practitioner_id = ${practitionerId}
       and tstzrange(starts_at, ends_at, '[)') && tstzrange(${starts_at}, ${ends_at}, '[)') order by starts_at, id limit 200`;
}

export function insertAbsence(tx: Tx, row: typeof absences.$inferInsert): Statement {
  return insertRow(tx, absences, row);
}

/** Whether there was one that the actor may take back. */
export async function deleteAbsence(tx: Tx, id: Id<'absences'>): Promise<boolean> {
  const { count } = await tx`delete from absences where id = ${id}`;
  return count === 1;
}
