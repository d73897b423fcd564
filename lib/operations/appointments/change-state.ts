import { z } from 'zod';
import { type AppointmentRow, findAppointment } from '#db/queries/appointments';
import { freeText } from '#lib/domain/free-text';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { sideOf } from './appointment-rights';
import { appointmentView, exampleAppointment, visitSubject } from './appointment-view';
import { assertRight } from './assert-right';
import { assertStillFree } from './assert-still-free';
import { busy } from './busy';
import { changeVisit, holdVisit } from './change-visit';

/** The right that each state takes. */
const rights = {
  arrived: 'arrive',
  in_progress: 'start',
  completed: 'complete',
  no_show: 'no_show',
  cancelled: 'cancel',
} as const;

/**
 * What becomes of a visit in its day: the patient is there, is being seen, has been seen, did not come, or the visit is
 * called off. Staff say so, and why where they call it off; the patient's side says that it is there.
 */
export const changeVisitState = defineOperation({
  name: 'appointments.change-state',
  kind: 'command',
  rest: 'POST /appointments/{id}/state',
  summary: 'Say where a visit stands',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({
    id: appointmentId,
    state: z.enum(['arrived', 'in_progress', 'completed', 'no_show', 'cancelled']),
    reason: freeText(500).optional(),
    expected_version: z.int().min(0).optional(),
  }),
  output: appointmentView,
  errors: ['not_found', 'conflict', 'slot_taken', 'stale_version'],
  constraints: busy,
  audit: { event: 'CHANGE_VISIT_STATE', resource: 'appointment', details: ['state'] },
  example: {
    input: { id: exampleAppointment.id, state: 'in_progress' },
    output: exampleAppointment,
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, actor, now, input, subject, audit }) {
    const { state, reason } = input;
    const row = await holdVisit(tx, subject.row, input.expected_version);
    assertRight(row, rights[state], now);
    if (state === 'cancelled') {
      assertCalledOff(row, reason);
      audit({ event: 'CANCEL_APPOINTMENT' });
    }
    audit({ additional_info: { version: row.version + 1 } });
    const room_id = await assertStillFree(tx, row, state, now);
    const change = { ...row, room_id, status: state, notes: undefined, reason };
    return changeVisit(tx, row, change, { actor, now });
  },
});

/** The patient's side cancels by `appointments.cancel`, and owes nobody a reason. */
function assertCalledOff(row: AppointmentRow, reason: string | undefined): void {
  if (sideOf(row.relation) === 'patient') throw new OperationError('forbidden');
  if (!reason?.trim()) throw invalidField('reason', 'required', 'Say why');
}
