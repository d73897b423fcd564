import { z } from 'zod';
import { findAppointment, insertAppointment, lockDiaries } from '#db/queries/appointments';
import { insertOrProlongTreating } from '#db/queries/care-relationships';
import { findDoctor } from '#db/queries/practitioners';
import { seal } from '#lib/crypto/seal';
import { treatingMonths } from '#lib/domain/care';
import { freeText } from '#lib/domain/free-text';
import { momentInput } from '#lib/domain/moment-input';
import { newId, patientId, practitionerId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { agreedTime } from './agreed-time';
import { sideOf } from './appointment-rights';
import { appointmentView, exampleAppointment, viewAppointment } from './appointment-view';
import { busy } from './busy';

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
  errors: ['not_found', 'slot_taken'],
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
    const [chart, id] = [theChart(found), newId('appointments')];
    const by = sideOf(chart.relation);
    const wish = { by, doctor, startsAt: input.scheduled_at, minutes: input.duration_minutes, now };
    const { starts_at, ends_at } = await agreedTime(tx, wish);
    const pair = { patient_id: chart.patient_id, doctor_id: doctor.id };
    await lockDiaries(tx, pair);
    await insertAppointment(tx, {
      ...pair,
      id,
      clinic_id: doctor.clinic_id,
      scheduled_at: starts_at,
      ends_at,
      zone: doctor.zone,
      status: 'scheduled',
      version: 1,
      notes: input.notes ? seal('appointments.notes', id, input.notes, chartKey(chart)) : null,
      created_by: actor.user_id,
      created_at: now,
      updated_at: now,
    });
    if (by === 'patient') {
      const visit = { patientId: chart.patient_id, doctorId: doctor.id, sourceId: id, endsAt: ends_at };
      await insertOrProlongTreating(tx, {
        ...visit,
        id: newId('care_relationships'),
        months: treatingMonths,
      });
    }
    const row = await findAppointment(tx, id);
    if (!row) throw new Error('A new visit is not visible to who booked it.');
    return viewAppointment(row, now);
  },
});
