import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

interface Parties {
  readonly doctor_id: Id<'practitioners'>;
  readonly patient_id: Id<'patients'>;
  readonly room_id: Id<'rooms'> | null;
}

/**
 * Bookings of one doctor, of one patient and of one room stand in line, in that order; where one visit takes the place of
 * another, those of both doctors by their ids. The exclusion constraints decide; without this two bookings of one slot would
 * wait for each other and end as a deadlock.
 */
export async function lockDiaries(tx: Tx, ...visits: readonly Parties[]): Promise<void> {
  const doctors = visits.map(({ doctor_id }) => doctor_id).sort();
  const rooms = visits.flatMap(({ room_id }) => room_id ?? []).sort();
  for (const id of [...doctors, ...visits.map(({ patient_id }) => patient_id), ...rooms])
    await lockDiary(tx, id);
}

/** What takes a doctor's time without a patient stands in the same line. */
export async function lockDiary(
  tx: Tx,
  id: Id<'practitioners'> | Id<'patients'> | Id<'rooms'>,
): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
}
