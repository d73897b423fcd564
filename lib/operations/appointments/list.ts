import { z } from 'zod';
import { listAppointments } from '#db/queries/appointments';
import { findChart } from '#db/queries/charts';
import { appointmentStatuses, statesOf } from '#lib/domain/appointments';
import { dateInput } from '#lib/domain/date-input';
import { momentInput } from '#lib/domain/moment-input';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { patientId } from '#lib/platform/ids';
import { ownRows, type Subject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { appointmentView, exampleAppointment, viewAppointment } from './appointment-view';

/** A patient's own visits, a doctor's own diary, or the visits of one patient whom the actor may see. */
export const listOwnAppointments = defineOperation({
  name: 'appointments.list',
  kind: 'query',
  rest: 'GET /appointments',
  summary: 'Visits',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({
    ...pageInput,
    patient_id: patientId.optional(),
    status: z.enum(appointmentStatuses).optional(),
    from: momentInput.optional(),
    to: momentInput.optional(),
    /** One day, by the clock of each visit's site. */
    date: dateInput.optional(),
    /** `upcoming`: booked and not over; `past`: everything else, so what was cancelled too. */
    when: z.enum(['upcoming', 'past']).optional(),
    sort_by: z.literal('scheduled_at').default('scheduled_at'),
    sort_order: z.enum(['asc', 'desc']).default('asc'),
  }),
  output: pageOutput(appointmentView),
  errors: ['not_found'],
  audit: {
    event: 'LIST_APPOINTMENTS',
    resource: 'appointment',
    details: ['patient_id', 'status', 'from', 'to', 'date', 'when', 'page', 'page_size', 'sort_order'],
  },
  example: {
    input: { date: '2026-01-12' },
    output: { items: [exampleAppointment], page: 1, page_size: 20, total: 1, pages: 1 },
  },

  subject: async ({ tx, input }): Promise<Subject | null> => {
    if (!input.patient_id) return ownRows();
    const row = await findChart(tx, input.patient_id);
    return row && { type: 'chart', patient_id: row.patient_id, relation: row.relation };
  },

  async handle({ tx, now, input }) {
    const { rows, total } = await listAppointments(
      tx,
      {
        patientId: input.patient_id ?? null,
        states: input.status ? statesOf(input.status) : null,
        from: input.from ?? null,
        to: input.to ?? null,
        day: input.date ?? null,
        upcoming: input.when ? input.when === 'upcoming' : null,
      },
      input.sort_order,
      windowOf(input),
    );
    return pageOf(
      rows.map((row) => viewAppointment(row, now)),
      total,
      input,
    );
  },
});
