import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { freeText } from '#lib/domain/free-text';
import { OperationError } from '#lib/errors/operation-error';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { sideOf } from './appointment-rights';
import { appointmentView, exampleAppointment, viewAppointment } from './appointment-view';
import { busy } from './busy';
import { newVisit, visitParties, visitWish } from './new-visit';
import { writeTransition } from './write-transition';
import { writeVisit } from './write-visit';

/** Staff see somebody beside a visit that is there already, on purpose and with a reason. */
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
    const visit = await newVisit(tx, { input, subject, created_by: actor.user_id, now });
    if (sideOf(visit.chart.relation) === 'patient') throw new OperationError('forbidden');
    audit({ additional_info: { overbooked: true } });
    const row = await findAppointment(tx, await writeVisit(tx, { ...visit, overbooked: true }, undefined));
    if (!row) throw new Error('A new visit is not visible to who booked it.');
    await writeTransition(tx, row, { to: row.status, reason: input.overbook_reason, actor, now });
    return viewAppointment(row, now);
  },
});
