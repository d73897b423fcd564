import { z } from 'zod';
import { listTransitions, type TransitionRow } from '#db/queries/appointment-transitions';
import { findAppointment } from '#db/queries/appointments';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { visitStates } from '#lib/domain/appointments';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleAppointment, visitSubject } from './appointment-view';
import { keyOfVisit } from './visit-key';

const transition = z.strictObject({
  id: z.uuid(),
  from: z.enum(visitStates),
  to: z.enum(visitStates),
  changed_as: z.enum(['patient', 'staff']),
  /** Of staff. */
  changed_by_name: z.string().nullable(),
  reason: z.string().nullable(),
  changed_at: z.iso.datetime(),
});

/** What has become of one visit: who has changed its state, when and why. */
export const listVisitTransitions = defineOperation({
  name: 'appointments.list-transitions',
  kind: 'query',
  rest: 'GET /appointments/{id}/transitions',
  summary: 'What became of a visit',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId }),
  output: z.strictObject({ items: z.array(transition) }),
  errors: ['not_found'],
  audit: { event: 'LIST_VISIT_CHANGES', resource: 'appointment' },
  example: {
    input: { id: exampleAppointment.id },
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000031',
          from: 'scheduled',
          to: 'arrived',
          changed_as: 'staff',
          changed_by_name: exampleAppointment.doctor_name,
          reason: null,
          changed_at: '2026-01-12T08:55:00Z',
        },
      ],
    },
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, subject: { row } }) {
    const key = keyOfVisit(row);
    return { items: (await listTransitions(tx, row)).map((each) => view(each, key)) };
  },
});

/** The reason is for whoever may open the chart. */
function view(row: TransitionRow, key: PatientKey | null): z.input<typeof transition> {
  const { id, changer_id, changer_name, reason } = row;
  return {
    id,
    from: row.from_status,
    to: row.to_status,
    changed_as: row.changed_as,
    changed_by_name:
      changer_id && changer_name && open('practitioners.display_name', changer_id, changer_name),
    reason: key && reason && open('appointment_transitions.reason', id, reason, key),
    changed_at: row.changed_at.toString(),
  };
}
