import { Temporal } from 'temporal-polyfill';
import type { CalendarRow, TakenRow } from '#db/queries/calendars';
import { type Calendar, plainCalendar } from '#lib/domain/availability/calendar';
import type { Taken } from '#lib/domain/availability/openings';
import { type Span, takenTime } from '#lib/domain/availability/taken-time';

export function calendarOf({ weekly, overrides, closures, opening, settings }: CalendarRow): Calendar {
  // A day with hours of its own is spent in the room of that weekday.
  const roomOn = (day: string) => {
    const { dayOfWeek } = Temporal.PlainDate.from(day);
    return weekly.find(({ weekday }) => weekday === dayOfWeek)?.room_id ?? null;
  };
  return {
    ...plainCalendar,
    ...settings,
    ...{ weekly, closures, opening },
    overrides: overrides.map(({ day, starts, ends, slot_minutes }) => ({
      day,
      hours:
        starts && ends && slot_minutes
          ? { ...anyMode, starts, ends, slot_minutes, room_id: roomOn(day) }
          : null,
    })),
  };
}

const anyMode = { break_starts: null, break_ends: null, in_person: true, video: true };

/** What is taken, for each of the doctors; rooms and the patient's own time are the same for all. */
export function takenOf(rows: readonly TakenRow[]): (doctorId: string) => Taken {
  const spans = new Map(rows.map(({ kind, id, times }) => [`${kind} ${id}`, spansIn(times)]));
  const of = (kind: TakenRow['kind']) => rows.filter((row) => row.kind === kind);
  const rooms = new Map(of('room').map(({ id }) => [id, takenTime(spans.get(`room ${id}`) ?? [])]));
  const patient = of('patient').flatMap(({ id }) => spans.get(`patient ${id}`) ?? []);
  return (doctorId) => ({
    doctor: spans.get(`doctor ${doctorId}`) ?? [],
    absence: spans.get(`absence ${doctorId}`) ?? [],
    patient,
    rooms,
  });
}

const minuteMs = 60_000;
const bytesEach = 8;

function spansIn(times: TakenRow['times']): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < times.length; at += bytesEach) {
    spans.push({ starts: times.readInt32BE(at) * minuteMs, ends: times.readInt32BE(at + 4) * minuteMs });
  }
  return spans;
}
