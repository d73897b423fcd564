import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { OperationError } from '#lib/errors/operation-error';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { appointmentView, exampleAppointment, visitSubject } from './appointment-view';
import { assertRight } from './assert-right';
import { assertStillFree } from './assert-still-free';
import { busy } from './busy';
import { changeVisit, holdVisit } from './change-visit';

/** The last change of a visit's state is taken back, for ten minutes. What was called off needs its time to be free still. */
export const undoVisitChange = defineOperation({
  name: 'appointments.undo',
  kind: 'command',
  rest: 'POST /appointments/{id}/undo',
  summary: 'Take back the last change of a visit',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId, expected_version: z.int().min(0).optional() }),
  output: appointmentView,
  errors: ['not_found', 'conflict', 'slot_taken', 'stale_version'],
  constraints: busy,
  audit: { event: 'UNDO_VISIT_CHANGE', resource: 'appointment' },
  example: { input: { id: exampleAppointment.id }, output: exampleAppointment },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, actor, now, input, subject, audit }) {
    const row = await holdVisit(tx, subject.row, input.expected_version);
    assertRight(row, 'undo', now);
    const { previous_status: status } = row;
    if (!status) throw new OperationError('conflict');
    audit({ additional_info: { version: row.version + 1 } });
    const room_id = await assertStillFree(tx, row, status, now);
    return changeVisit(tx, row, { ...row, room_id, status, notes: undefined }, { actor, now });
  },
});
