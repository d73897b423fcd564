import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { seal } from '#lib/crypto/seal';
import { appointmentStatuses } from '#lib/domain/appointments';
import { freeText } from '#lib/domain/free-text';
import { momentInput } from '#lib/domain/moment-input';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { appointmentView, exampleAppointment, viewAppointment, visitSubject } from './appointment-view';
import { busy } from './busy';
import { changeVisit, holdVisit } from './change-visit';
import { assertMayNote, newStatus, newTime } from './visit-change';
import { visitKey } from './visit-key';

/**
 * A visit is moved, completed, cancelled or annotated. A patient may cancel and move; the note belongs to
 * who wrote it, or booked the visit, until it begins, and to staff from then on.
 */
export const updateAppointment = defineOperation({
  name: 'appointments.update',
  kind: 'command',
  rest: 'PUT /appointments/{id}',
  summary: 'Change a visit',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z
    .strictObject({
      id: appointmentId,
      scheduled_at: momentInput.optional(),
      status: z.enum(appointmentStatuses).optional(),
      notes: freeText(2000).nullable().optional(),
      expected_version: z.int().min(0).optional(),
    })
    .refine(({ scheduled_at, status }) => !scheduled_at || !status || status === 'scheduled', {
      error: 'not_with_status',
      path: ['scheduled_at'],
    }),
  output: appointmentView,
  errors: ['not_found', 'conflict', 'slot_taken', 'stale_version'],
  constraints: busy,
  audit: { event: 'UPDATE_APPOINTMENT', resource: 'appointment', details: ['scheduled_at', 'status'] },
  example: {
    input: { id: exampleAppointment.id, notes: 'A cough for two weeks' },
    output: exampleAppointment,
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, actor, now, input, subject, audit }) {
    const row = await holdVisit(tx, subject.row, input.expected_version);
    const status = newStatus(row, input.status, now);
    const time = await newTime(tx, row, input.scheduled_at, now);
    const changed = [
      ...(status === row.status ? [] : ['status']),
      ...(time.scheduled_at.equals(row.scheduled_at) ? [] : ['scheduled_at']),
      ...(input.notes === undefined ? [] : ['notes']),
    ];
    if (changed.length === 0) return viewAppointment(row, now);
    if (input.notes !== undefined) assertMayNote({ ...row, ...time, status }, now);
    if (status === 'cancelled' && row.status !== 'cancelled') audit({ event: 'CANCEL_APPOINTMENT' });
    audit({ additional_info: { version: row.version + 1, fields: changed.join(' ') } });
    const notes = input.notes && seal('appointments.notes', row.id, input.notes, visitKey(row));
    const wished = { ...time, status, notes: notes === '' ? null : notes };
    return changeVisit(tx, row, wished, { actor, now });
  },
});
