import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { calendarText } from '#lib/notify/calendar-text';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleAppointment, visitSubject } from './appointment-view';

/** One visit for a calendar: when and where. Read again after a change, it takes the place of what it was. */
export const getCalendarFile = defineOperation({
  name: 'appointments.calendar-file',
  kind: 'query',
  rest: 'GET /appointments/{id}/calendar-file',
  summary: 'A visit for a calendar',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId }),
  output: z.strictObject({ content: z.string() }),
  errors: ['not_found'],
  audit: { event: 'VIEW_APPOINTMENT', resource: 'appointment' },
  oneRead: true,
  example: {
    input: { id: exampleAppointment.id },
    output: { content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n' },
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  handle: ({ subject: { row } }) => ({ content: calendarText([row]) }),
});
