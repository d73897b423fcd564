import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { cancelRefusal } from '#lib/domain/visit-rules';
import { OperationError } from '#lib/errors/operation-error';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { sideOf } from './appointment-rights';
import { exampleAppointment, visitSubject } from './appointment-view';
import { changeVisit, holdVisit } from './change-visit';

/** A visit is called off. Its time is free again, and what it alone gave the doctor to see is closed. */
export const cancelAppointment = defineOperation({
  name: 'appointments.cancel',
  kind: 'command',
  rest: 'DELETE /appointments/{id}',
  successStatus: 204,
  summary: 'Cancel a visit',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId, expected_version: z.int().min(0).optional() }),
  output: z.void(),
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'CANCEL_APPOINTMENT', resource: 'appointment' },
  example: { input: { id: exampleAppointment.id }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, actor, now, input, subject, audit }) {
    const row = await holdVisit(tx, subject.row, input.expected_version);
    const refusal = cancelRefusal(row, sideOf(row.relation), now);
    if (refusal) throw new OperationError('conflict');
    audit({ additional_info: { version: row.version + 1 } });
    await changeVisit(tx, row, { ...row, status: 'cancelled', notes: undefined }, { actor, now });
  },
});
