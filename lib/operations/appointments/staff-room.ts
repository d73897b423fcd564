import type { Tx } from '#db/client';
import { listTakenTimes } from '#db/queries/calendars';
import type { DoctorRow } from '#db/queries/practitioners';
import type { Opening } from '#lib/domain/availability/openings';
import type { TimeRange } from '#lib/domain/availability/time-range';
import type { Id } from '#lib/platform/ids';
import type { OffersOfDay } from '../doctors/openings-of';

interface Place {
  readonly doctor: Pick<DoctorRow, 'id'>;
  /** Of the day on which it begins. */
  readonly offers: OffersOfDay;
  readonly range: TimeRange;
  /** The visit that is moved there. */
  readonly except: Id<'appointments'> | null;
}

/**
 * Where staff see somebody: in the room of the hours in which the visit begins, unless others are in it. Outside of all hours,
 * and beside others, it is for staff to find a place.
 */
export async function staffRoom(
  tx: Tx,
  { doctor, offers, range, except }: Place,
): Promise<Id<'rooms'> | null> {
  const room = usualRoom(offers, range);
  if (!room) return null;
  const query = { doctorIds: [doctor.id], patientId: null, except, ...range };
  const taken = await listTakenTimes(tx, query);
  return taken.some(({ kind, id }) => kind === 'room' && id === room) ? null : room;
}

function usualRoom(offers: OffersOfDay, { starts_at }: TimeRange) {
  const at = starts_at.epochMilliseconds;
  const isIn = ({ starts, step }: Opening) => starts <= at && at < starts + step;
  const times = offers({ minutes: null, mode: 'in_person' })?.times;
  return (times?.find(isIn)?.room_id ?? null) as Id<'rooms'> | null;
}
