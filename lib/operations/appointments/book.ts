import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { findDoctor } from '#db/queries/practitioners';
import { freeText } from '#lib/domain/free-text';
import { momentInput } from '#lib/domain/moment-input';
import { patientId, practitionerId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartSubject, theChart } from '../patients/find-chart';
import { agreedTime } from './agreed-time';
import { sideOf } from './appointment-rights';
import { appointmentView, exampleAppointment, viewAppointment } from './appointment-view';
import { busy } from './busy';
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
    doctor_id: practitionerId,
    scheduled_at: momentInput,
    duration_minutes: z.int().min(5).max(240).optional(),
    notes: freeText(2000).optional(),
    /** For whom; a patient books for themself. */
    patient_id: patientId.optional(),
  }),
  output: appointmentView,
  errors: ['not_found', 'slot_taken', 'too_many_visits'],
  constraints: busy,
  audit: {
    event: 'CREATE_APPOINTMENT',
    resource: 'appointment',
    details: ['doctor_id', 'scheduled_at', 'duration_minutes'],
  },
  example: {
    input: { doctor_id: exampleAppointment.doctor_id, scheduled_at: exampleAppointment.scheduled_at },
    output: exampleAppointment,
  },

  subject: async ({ tx, input }) => {
    const [chart, doctor] = await Promise.all([
      chartSubject(tx, input.patient_id),
      findDoctor(tx, input.doctor_id),
    ]);
    return chart && doctor && { ...chart, doctor };
  },

  async handle({ tx, actor, now, input, subject }) {
    const { doctor, ...found } = subject;
    const chart = theChart(found);
    const by = sideOf(chart.relation);
    const wish = { by, doctor, startsAt: input.scheduled_at, minutes: input.duration_minutes, now };
    const time = await agreedTime(tx, wish);
    const visit = { chart, doctor, time, notes: input.notes, created_by: actor.user_id, now };
    const row = await findAppointment(tx, await writeVisit(tx, visit));
    if (!row) throw new Error('A new visit is not visible to who booked it.');
    return viewAppointment(row, now);
  },
});
