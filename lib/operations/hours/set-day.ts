import { z } from 'zod';
import { replaceOwnDay } from '#db/queries/own-hours';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { holdCalendar } from './hold-calendar';
import { dayInput } from './hours-input';
import { ownDoctor, requireDoctor } from './own-doctor';

/** Other hours on one day, in place of the week's; without any, nobody is seen then. Visits that are booked stand. */
export const setDay = defineOperation({
  name: 'hours.set-day',
  kind: 'command',
  rest: 'PUT /hours/days/{day}',
  successStatus: 204,
  summary: 'Set your hours on one day',
  permission: 'write:appointments',
  stepUp: 'none',
  input: dayInput,
  output: z.void(),
  errors: [],
  audit: { event: 'SET_DAY_HOURS', resource: 'practitioner', details: ['day'] },
  example: {
    input: { day: '2026-01-10', hours: [{ starts: '10:00', ends: '12:00', slot_minutes: 20 }] },
    output: undefined,
  },
  subject: ownDoctor,

  async handle({ tx, now, input: { day, hours }, subject }) {
    const { id: practitioner_id, clinic_id } = requireDoctor(subject);
    const whose = { practitioner_id, clinic_id, day, created_at: now };
    const spans = hours.length > 0 ? hours : [{}];
    const rows = spans.map((span) => ({ ...whose, ...span, id: newId('availability_overrides') }));
    await holdCalendar(tx, practitioner_id, now);
    await replaceOwnDay(tx, practitioner_id, day, rows);
  },
});
