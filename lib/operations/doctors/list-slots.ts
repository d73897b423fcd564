import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type DoctorRow, findDoctor } from '#db/queries/practitioners';
import { dateInput } from '#lib/domain/date-input';
import { wholeNumber } from '#lib/domain/whole-number';
import { practitionerId } from '#lib/platform/ids';
import type { ClinicSubject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleDoctor } from './doctor-view';
import { freeTimes } from './offered-times';

const slot = z.strictObject({ starts_at: z.iso.datetime(), ends_at: z.iso.datetime() });

/** The times that may be asked for, by the days of the site's own calendar. */
export const listSlots = defineOperation({
  name: 'doctors.list-slots',
  kind: 'query',
  rest: 'GET /doctors/{id}/slots',
  summary: 'Free times of a doctor',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({
    id: practitionerId,
    /** The first day; today where it is left out. */
    from: dateInput.optional(),
    days: wholeNumber(1, 14).default(7),
  }),
  output: z.strictObject({
    zone: z.string(),
    days: z.array(z.strictObject({ date: z.iso.date(), slots: z.array(slot) })),
  }),
  errors: ['not_found'],
  audit: { event: 'LIST_SLOTS', resource: 'practitioner', details: ['from', 'days'] },
  example: {
    input: { id: exampleDoctor.id, from: '2026-01-05', days: 1 },
    output: {
      zone: 'Europe/London',
      days: [
        {
          date: '2026-01-05',
          slots: [{ starts_at: '2026-01-05T09:00:00Z', ends_at: '2026-01-05T09:20:00Z' }],
        },
      ],
    },
  },

  subject: async ({ tx, input }): Promise<(ClinicSubject & { row: DoctorRow }) | null> => {
    const row = await findDoctor(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, now, input, subject: { row } }) {
    const { id, zone } = row;
    const first = input.from
      ? Temporal.PlainDate.from(input.from)
      : now.toZonedDateTimeISO(zone).toPlainDate();
    const dates = Array.from({ length: input.days }, (_, index) => first.add({ days: index }));
    const free = await freeTimes(tx, id, { first, last: dates.at(-1) ?? first }, now);
    const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toString();
    const days = dates.map((each) => {
      const date = each.toString();
      const slots = free.filter(({ starts_at }) => dayOf(starts_at) === date);
      return {
        date,
        slots: slots.map(({ starts_at, ends_at }) => ({
          starts_at: starts_at.toString(),
          ends_at: ends_at.toString(),
        })),
      };
    });
    return { zone, days };
  },
});
