import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listTakenTimes, type TakenRow } from '#db/queries/calendars';
import type { DoctorRow } from '#db/queries/practitioners';
import type { Opening, Wish } from '#lib/domain/availability/openings';
import type { TimeRange } from '#lib/domain/availability/time-range';
import { type NearestTime, OperationError } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import { asRange, openingsOf } from '../doctors/openings-of';

export interface WantedTime {
  readonly by: 'patient' | 'staff';
  readonly doctor: Pick<DoctorRow, 'id' | 'zone'>;
  readonly patientId: Id<'patients'>;
  readonly time: TimeRange;
  readonly wish: Wish;
  /** The visit that is moved there. */
  readonly except?: Id<'appointments'>;
  /** It had its time before: what was booked beside it on purpose is not in its way. */
  readonly hadBefore?: boolean;
  /** What is in the way of staff; all but a room, for which they find another, where it is left out. */
  readonly against?: readonly TakenRow['kind'][];
  readonly now: Temporal.Instant;
}

const nearestCount = 3;
/** Where the nearest times are looked for. */
const [daysBefore, daysAfter] = [3, 14];

/**
 * Asked while the diaries are held, so that the answer stands; the exclusion constraints are there for whoever forgets to.
 * A patient gets what is open to them, staff any time that nothing stands in.
 * @throws OperationError `slot_taken`, with the nearest times that could be had
 */
export async function assertFree(tx: Tx, wanted: WantedTime): Promise<void> {
  const { by, time, doctor, hadBefore, against = hadBefore ? before : allButRooms } = wanted;
  if (by === 'staff' && !(await isTaken(tx, wanted, against))) return;
  const at = time.starts_at.epochMilliseconds;
  const open = await openingsNear(tx, wanted);
  if (by === 'patient' && open.some(({ starts }) => starts === at)) return;
  // Another time was theirs never.
  const near = hadBefore ? await openingsNear(tx, { ...wanted, hadBefore: false }) : open;
  throw new OperationError('slot_taken', { nearest: nearestTo(near, at, doctor.zone) });
}

const before = ['doctor', 'patient', 'absence'] as const;
const allButRooms = [...before, 'overbooked'] as const;
const ofDoctor = ['doctor', 'overbooked', 'absence'] as const;

type Wanted = Pick<WantedTime, 'doctor' | 'patientId' | 'time' | 'except'>;

/** Whether a visit then would stand beside another of the doctor's, or while they are away. */
export const standsBeside = (tx: Tx, wanted: Wanted): Promise<boolean> => isTaken(tx, wanted, ofDoctor);

async function isTaken(
  tx: Tx,
  { doctor, patientId, time, except }: Wanted,
  against: readonly TakenRow['kind'][],
): Promise<boolean> {
  const query = { doctorIds: [doctor.id], patientId, except: except ?? null, ...time };
  return (await listTakenTimes(tx, query)).some(({ kind }) => against.includes(kind));
}

async function openingsNear(tx: Tx, wanted: WantedTime): Promise<Opening[]> {
  const { doctor, patientId, time, wish, except, hadBefore, now } = wanted;
  const day = time.starts_at.toZonedDateTimeISO(doctor.zone).toPlainDate();
  const dates = { first: day.subtract({ days: daysBefore }), last: day.add({ days: daysAfter }) };
  const question = { dates, patientId, now, wishes: new Map([[doctor.id, wish]]) };
  const found = await openingsOf(tx, {
    ...question,
    ...(except && { except }),
    ...(hadBefore && { hadBefore }),
  });
  return found.get(doctor.id) ?? [];
}

function nearestTo(openings: readonly Opening[], wanted: number, zone: string): NearestTime[] {
  const away = ({ starts }: Opening) => Math.abs(starts - wanted);
  return [...openings]
    .sort((a, b) => away(a) - away(b))
    .slice(0, nearestCount)
    .map(asRange)
    .map(({ starts_at, ends_at }) => ({
      starts_at: starts_at.toString(),
      ends_at: ends_at.toString(),
      zone,
    }));
}
