import { Temporal } from 'temporal-polyfill';
import { calendarDays, plainCalendar } from '#lib/domain/availability/calendar';
import { offerOf } from '#lib/domain/availability/openings';
import type { TimeRange } from '#lib/domain/availability/time-range';
import { type DemoDoctor, demoClinic } from './clinic';

export interface DemoVisit {
  readonly patient_id: string;
  readonly doctor_id: string;
  readonly scheduled_at: string;
  readonly minutes: number;
  readonly status: 'scheduled' | 'completed';
  readonly notes: string | null;
}

/** What people write when they ask for a visit. */
const notes = [
  'Follow-up on my blood results',
  'Cough for two weeks, worse at night',
  null,
  'Would like to talk about my tablets',
  'Yearly check',
  'Short of breath on the stairs since spring',
  null,
  'Dizzy in the morning <5 min, then better',
] as const;

export interface DoctorWithPanel {
  readonly id: string;
  readonly demo: DemoDoctor;
  readonly patientIds: readonly string[];
}

/** A doctor's visits on one day, from its first hour to its last; what is over has been held. No patient comes twice. */
export function visitsOn(
  day: Temporal.PlainDate,
  { id, demo, patientIds }: DoctorWithPanel,
  taken: Set<string>,
  now: Temporal.Instant,
): DemoVisit[] {
  const offered = timesOn(day, demo);
  const coming = patientIds.filter((patient) => !taken.has(patient)).slice(0, offered.length);
  const times = spread(offered, coming.length);
  return coming.flatMap((patient_id, index) => {
    const time = times[index];
    if (!time) return [];
    taken.add(patient_id);
    const over = time.ends_at.epochMilliseconds <= now.epochMilliseconds;
    return {
      patient_id,
      doctor_id: id,
      scheduled_at: time.starts_at.toString(),
      minutes: Math.round(time.ends_at.since(time.starts_at).total('minutes')),
      status: over ? 'completed' : 'scheduled',
      notes: notes[(index + day.day) % notes.length] ?? null,
    } satisfies DemoVisit;
  });
}

const anyVisit = { break_starts: null, break_ends: null, in_person: true, video: true, room_id: null };

/** The doctor's hours of that weekday; on a free day those of the first day of their week, so that a demo is never empty. */
function timesOn(day: Temporal.PlainDate, { hours }: DemoDoctor): TimeRange[] {
  const first = hours[0]?.weekday;
  const own = hours.filter(({ weekday }) => weekday === day.dayOfWeek);
  const used = own.length > 0 ? own : hours.filter(({ weekday }) => weekday === first);
  const weekly = used.map((rule) => ({ ...rule, ...anyVisit, weekday: day.dayOfWeek }));
  const days = calendarDays({ first: day, last: day }, demoClinic.zone);
  const { times } = offerOf({ ...plainCalendar, weekly }, days, { minutes: null, mode: null });
  return times.map(({ starts, ends }) => ({
    starts_at: Temporal.Instant.fromEpochMilliseconds(starts),
    ends_at: Temporal.Instant.fromEpochMilliseconds(ends),
  }));
}

/** So many of the times, in pairs, the whole day long: whenever a demo is looked at, some are over and some are not. */
function spread(times: readonly TimeRange[], count: number): TimeRange[] {
  const pairOf = (index: number) => Math.floor((index * Math.ceil(count / 2)) / times.length);
  const begins = (index: number) => pairOf(index) !== pairOf(index - 1);
  return times.filter((_, index) => begins(index) || begins(index - 1));
}
