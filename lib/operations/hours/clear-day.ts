import { z } from 'zod';
import { replaceOwnDay } from '#db/queries/own-hours';
import { dateInput } from '#lib/domain/date-input';
import { defineOperation } from '../define';
import { holdCalendar } from './hold-calendar';
import { ownDoctor, requireDoctor } from './own-doctor';

/** The hours of the week hold again on that day. */
export const clearDay = defineOperation({
  name: 'hours.clear-day',
  kind: 'command',
  rest: 'DELETE /hours/days/{day}',
  successStatus: 204,
  summary: 'Go back to your usual hours on one day',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({ day: dateInput }),
  output: z.void(),
  errors: [],
  audit: { event: 'CLEAR_DAY_HOURS', resource: 'practitioner', details: ['day'] },
  example: { input: { day: '2026-01-10' }, output: undefined },
  subject: ownDoctor,

  async handle({ tx, now, input, subject }) {
    const { id } = requireDoctor(subject);
    await holdCalendar(tx, id, now);
    await replaceOwnDay(tx, id, input.day, []);
  },
});
