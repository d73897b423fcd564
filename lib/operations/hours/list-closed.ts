import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { listAbsencesIn } from '#db/queries/absences';
import { listCalendars } from '#db/queries/calendars';
import { calendarDays } from '#lib/domain/availability/calendar';
import { closedKinds, closedTimes } from '#lib/domain/availability/closed-times';
import { dateInput } from '#lib/domain/date-input';
import { wholeNumber } from '#lib/domain/whole-number';
import { defineOperation } from '../define';
import { calendarOf } from '../doctors/calendar-rows';
import { ownDoctor, requireDoctor } from './own-doctor';

/** When the acting doctor offers no time within their hours, and why: so that a day says it, and not only stays empty. */
export const listClosedTimes = defineOperation({
  name: 'hours.list-closed',
  kind: 'query',
  rest: 'GET /hours/closed',
  summary: 'When you offer no time, and why',
  permission: 'read:appointments',
  stepUp: 'none',
  /** The first day, by the clock of the site, and how many there are. */
  input: z.strictObject({ from: dateInput, days: wholeNumber(1, 31).default(1) }),
  output: z.strictObject({
    /** One for each day that it touches, in order. */
    items: z.array(
      z.strictObject({
        date: z.iso.date(),
        kind: z.enum(closedKinds),
        /** Of a holiday or a closure of the site. */
        name: z.string().nullable(),
        starts_at: z.iso.datetime(),
        ends_at: z.iso.datetime(),
      }),
    ),
  }),
  errors: [],
  audit: { event: 'LIST_CLOSED_TIMES', resource: 'practitioner', details: ['from', 'days'] },
  example: {
    input: { from: '2026-01-12', days: 7 },
    output: {
      items: [
        {
          date: '2026-01-12',
          kind: 'break',
          name: null,
          starts_at: '2026-01-12T12:00:00Z',
          ends_at: '2026-01-12T13:00:00Z',
        },
      ],
    },
  },
  subject: ownDoctor,

  async handle({ tx, input: { from, days: count }, subject }) {
    const { id, zone } = requireDoctor(subject);
    const first = Temporal.PlainDate.from(from);
    const dates = { first, last: first.add({ days: count - 1 }) };
    const [row] = await listCalendars(tx, [id], dates);
    if (!row) throw new Error('A doctor has no site.');
    const range = {
      starts_at: first.toZonedDateTime(zone).toInstant(),
      ends_at: dates.last.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
    };
    const absences = (await listAbsencesIn(tx, id, range)).map(({ kind, starts_at, ends_at }) => ({
      ...{ kind, starts: starts_at.epochMilliseconds, ends: ends_at.epochMilliseconds },
    }));
    const closed = closedTimes(calendarOf(row), calendarDays(dates, zone), { ...row, absences });
    return {
      items: closed.map(({ starts, ends, ...rest }) => ({
        ...rest,
        ...{ starts_at: instant(starts), ends_at: instant(ends) },
      })),
    };
  },
});

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
