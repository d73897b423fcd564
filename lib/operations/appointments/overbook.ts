import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { freeText } from '#lib/domain/free-text';
import { OperationError } from '#lib/errors/operation-error';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { theChart } from '../patients/find-chart';
import { sideOf } from './appointment-rights';
import { appointmentView, exampleAppointment, viewAppointment } from './appointment-view';
import { busy } from './busy';
import { newVisit, visitParties, visitWish } from './new-visit';
import { writeTransition } from './write-transition';
import { writeVisit } from './write-visit';

/**
 * A doctor sees somebody beside a visit that is there already, or while they are away, on purpose and with a reason. At a time
 * that turns out to be free it is a visit like any other, and the reason is not kept.
 */
export const overbookAppointment = defineOperation({
  name: 'appointments.overbook',
  kind: 'command',
  rest: 'POST /appointments/overbookings',
  successStatus: 201,
  summary: 'Book a visit beside another',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({
    ...visitWish,
    patient_id: patientId,
    overbook_reason: freeText(500).refine((reason) => reason.trim() !== '', { error: 'required' }),
  }),
  output: appointmentView,
  errors: ['not_found', 'slot_taken'],
  constraints: busy,
  audit: {
    event: 'CREATE_APPOINTMENT',
    resource: 'appointment',
    details: ['doctor_id', 'scheduled_at', 'duration_minutes', 'service_id', 'mode'],
  },
  example: {
    input: {
      doctor_id: exampleAppointment.doctor_id,
      patient_id: exampleAppointment.patient_id,
      scheduled_at: exampleAppointment.scheduled_at,
      overbook_reason: 'In pain, and there is no other time today',
    },
    output: { ...exampleAppointment, overbooked: true },
  },

  subject: ({ tx, input }) => visitParties(tx, input),

  async handle({ tx, actor, now, input, subject, audit }) {
    const { doctor, ...found } = subject;
    // Nobody fills the day of a colleague beyond what fits.
    if (sideOf(theChart(found).relation) === 'patient' || doctor.id !== actor.practitioner_id)
      throw new OperationError('forbidden');
    const visit = await newVisit(tx, { input, subject, created_by: actor.user_id, now });
    const row = await findAppointment(tx, await writeVisit(tx, { ...visit, overbooked: true }, undefined));
    if (!row) throw new Error('A new visit is not visible to who booked it.');
    audit({ additional_info: { overbooked: row.overbooked } });
    if (row.overbooked)
      await writeTransition(tx, row, { to: row.status, reason: input.overbook_reason, actor, now });
    return viewAppointment(row, now);
  },
});
