import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { markVisitConfirmed } from '#db/queries/confirmed-visits';
import { OperationError } from '#lib/errors/operation-error';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { appointmentView, exampleAppointment, viewAppointment, visitSubject } from './appointment-view';
import { assertRight } from './assert-right';
import { holdVisit } from './change-visit';

/** The patient's side says that it will come at this time. It may be said again: the first time counts. */
export const confirmVisit = defineOperation({
  name: 'appointments.confirm',
  kind: 'command',
  rest: 'POST /appointments/{id}/confirmation',
  summary: 'Say that one will come',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId, expected_version: z.int().min(0).optional() }),
  output: appointmentView,
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'CONFIRM_APPOINTMENT', resource: 'appointment' },
  example: {
    input: { id: exampleAppointment.id },
    output: { ...exampleAppointment, confirmed_at: '2026-01-10T09:00:00Z' },
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, now, input, subject }) {
    const row = await holdVisit(tx, subject.row, input.expected_version);
    assertRight(row, 'confirm', now);
    await markVisitConfirmed(tx, row.id);
    const confirmed = await findAppointment(tx, row.id);
    if (!confirmed) throw new OperationError('not_found');
    return viewAppointment(confirmed, now);
  },
});
