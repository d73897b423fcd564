import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { appointmentView, exampleAppointment, viewAppointment, visitSubject } from './appointment-view';

/** One visit, for who comes and who sees them. */
export const getAppointment = defineOperation({
  name: 'appointments.get',
  kind: 'query',
  rest: 'GET /appointments/{id}',
  summary: 'One visit',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId }),
  output: appointmentView,
  errors: ['not_found'],
  audit: { event: 'VIEW_APPOINTMENT', resource: 'appointment' },
  oneRead: true,
  example: { input: { id: exampleAppointment.id }, output: exampleAppointment },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  handle: ({ subject, now }) => viewAppointment(subject.row, now),
});
