import type { Tx } from '#db/client';
import { listTakenTimes } from '#db/queries/calendars';
import type { DoctorRow } from '#db/queries/practitioners';
import type { Opening } from '#lib/domain/availability/openings';
import type { TimeRange } from '#lib/domain/availability/time-range';
import type { Id } from '#lib/platform/ids';
import { offerAt } from '../doctors/openings-of';

interface Place {
  readonly doctor: Pick<DoctorRow, 'id' | 'zone'>;
  readonly range: TimeRange;
  /** The visit that is moved there. */
  readonly except: Id<'appointments'> | null;
}

/**
 * Where staff see somebody: in the room of the hours in which the visit begins, unless others are in it. Outside of all hours,
 * and beside others, it is for staff to find a place.
 */
export async function staffRoom(tx: Tx, { doctor, range, except }: Place): Promise<Id<'rooms'> | null> {
  const room = await usualRoom(tx, doctor, range);
  if (!room) return null;
  const query = { doctorIds: [doctor.id], patientId: null, except, ...range };
  const taken = await listTakenTimes(tx, query);
  return taken.some(({ kind, id }) => kind === 'room' && id === room) ? null : room;
}

async function usualRoom(tx: Tx, { id, zone }: Place['doctor'], { starts_at }: TimeRange) {
  const wish = { minutes: null, mode: 'in_person' } as const;
  const offer = await offerAt(tx, { doctorId: id, zone, startsAt: starts_at, wish });
  const at = starts_at.epochMilliseconds;
  const isIn = ({ starts, step }: Opening) => starts <= at && at < starts + step;
  return (offer?.times.find(isIn)?.room_id ?? null) as Id<'rooms'> | null;
}
