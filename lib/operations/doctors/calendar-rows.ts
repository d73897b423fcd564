import { Temporal } from 'temporal-polyfill';
import type { CalendarRow, TakenRow } from '#db/queries/calendars';
import { type Calendar, type Hours, plainCalendar } from '#lib/domain/availability/calendar';
import type { Taken } from '#lib/domain/availability/openings';
import { type Span, takenTime } from '#lib/domain/availability/taken-time';

export function calendarOf(row: CalendarRow): Calendar {
  const { weekly, overrides, closures, opening, settings } = row;
  return {
    ...plainCalendar,
    ...settings,
    ...{ weekly, closures, opening },
    overrides: overrides.flatMap(({ day, starts, ends, slot_minutes }): Calendar['overrides'] =>
      starts && ends && slot_minutes
        ? hoursOf(row, { day, starts, ends, slot_minutes }).map((hours) => ({ day, hours }))
        : [{ day, hours: null }],
    ),
  };
}

const noBreak = { break_starts: null, break_ends: null };

/**
 * Hours of a single day are spent as that weekday's at the time are, in person or by video and in which room: in each way
 * until another begins, and where there are none as the weekday's first.
 */
function hoursOf(
  { weekly, has_video }: CalendarRow,
  { day, starts, ends, slot_minutes }: Record<'day' | 'starts' | 'ends', string> & { slot_minutes: number },
): Hours[] {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  const usual = weekly.filter(({ weekday }) => weekday === dayOfWeek);
  const meant = usual
    .filter((rule) => rule.starts < ends && rule.ends > starts)
    .filter((rule, index, all) => !isSameWay(rule, all[index - 1]));
  const begins = meant.map((rule, index) => (index === 0 || rule.starts < starts ? starts : rule.starts));
  const ways = meant.length > 0 ? meant : [usual[0] ?? { in_person: true, video: has_video, room_id: null }];
  return ways.map(({ in_person, video, room_id }, index) => ({
    ...{ in_person, video, room_id, slot_minutes, ...noBreak },
    ...{ starts: begins[index] ?? starts, ends: begins[index + 1] ?? ends },
  }));
}

type Way = Pick<Hours, 'in_person' | 'video' | 'room_id'>;

const isSameWay = (one: Way, other: Way | undefined) =>
  one.in_person === other?.in_person && one.video === other.video && one.room_id === other.room_id;

/** What is taken, for each of the doctors; rooms and the patient's own time are the same for all. */
export function takenOf(rows: readonly TakenRow[]): (doctorId: string) => Taken {
  const spans = new Map(rows.map((row) => [`${row.kind} ${row.id}`, spansIn(row)]));
  const of = (kind: TakenRow['kind']) => rows.filter((row) => row.kind === kind);
  const rooms = new Map(of('room').map(({ id }) => [id, takenTime(spans.get(`room ${id}`) ?? [])]));
  const patient = of('patient').flatMap(({ id }) => spans.get(`patient ${id}`) ?? []);
  return (doctorId) => ({
    doctor: [...(spans.get(`doctor ${doctorId}`) ?? []), ...(spans.get(`overbooked ${doctorId}`) ?? [])],
    absence: spans.get(`absence ${doctorId}`) ?? [],
    patient,
    rooms,
  });
}

const bytesEach = 8;

function spansIn({ starts, ends }: TakenRow): Span[] {
  const [from, until] = [viewOf(starts), viewOf(ends)];
  const spans: Span[] = [];
  for (let at = 0; at < from.byteLength; at += bytesEach) {
    spans.push({ starts: momentAt(from, at), ends: momentAt(until, at) });
  }
  return spans;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer) => new DataView(buffer, byteOffset, byteLength);

const year2000 = 946_684_800_000;
const highWord = 2 ** 32;

/** A timestamptz as PostgreSQL sends it, in milliseconds since 1970; `infinity` lies behind every date. */
const momentAt = (times: DataView, at: number): number =>
  year2000 + (times.getInt32(at) * highWord + times.getUint32(at + 4)) / 1000;
