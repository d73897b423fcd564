import { z } from 'zod';
import { findOwnHoldStart } from '#db/queries/appointment-holds';
import { findAppointment } from '#db/queries/appointments';
import { freeText } from '#lib/domain/free-text';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { appointmentView, exampleAppointment, viewAppointment } from './appointment-view';
import { busy } from './busy';
import { newVisit, visitParties, visitWish } from './new-visit';
import { writeVisit } from './write-visit';

/** A patient asks for one of the offered times, or a doctor books for somebody whom they may already see. */
export const bookAppointment = defineOperation({
  name: 'appointments.book',
  kind: 'command',
  rest: 'POST /appointments',
  successStatus: 201,
  summary: 'Book a visit',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({
    ...visitWish,
    notes: freeText(2000).optional(),
    /** The time that was held meanwhile; without it, or once that is over, it is booked if it is still free. */
    hold_id: appointmentId.optional(),
  }),
  output: appointmentView,
  errors: ['not_found', 'slot_taken', 'too_many_visits'],
  constraints: busy,
  audit: {
    event: 'CREATE_APPOINTMENT',
    resource: 'appointment',
    details: ['doctor_id', 'scheduled_at', 'duration_minutes', 'service_id', 'mode'],
  },
  example: {
    input: { doctor_id: exampleAppointment.doctor_id, scheduled_at: exampleAppointment.scheduled_at },
    output: exampleAppointment,
  },

  subject: ({ tx, input }) => visitParties(tx, input),

  async handle({ tx, actor, now, input, subject }) {
    const { hold_id: id, doctor_id, scheduled_at } = input;
    const asked_at = (id && (await findOwnHoldStart(tx, { id, doctor_id, scheduled_at }))) || now;
    const visit = await newVisit(tx, { input, subject, created_by: actor.user_id, now, asked_at });
    const row = await findAppointment(tx, await writeVisit(tx, visit, input.hold_id));
    if (!row) throw new Error('A new visit is not visible to who booked it.');
    return viewAppointment(row, now);
  },
});
