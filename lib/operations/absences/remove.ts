import { z } from 'zod';
import { deleteAbsence } from '#db/queries/absences';
import { OperationError } from '#lib/errors/operation-error';
import { absenceId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { ownDoctor, requireDoctor } from '../hours/own-doctor';
import { exampleAbsence } from './absence-view';

/** The time is offered again. */
export const removeAbsence = defineOperation({
  name: 'absences.remove',
  kind: 'command',
  rest: 'DELETE /absences/{id}',
  successStatus: 204,
  summary: 'Remove leave or blocked time',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: absenceId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'REMOVE_ABSENCE', resource: 'practitioner', details: ['id'] },
  example: { input: { id: exampleAbsence.id }, output: undefined },
  subject: ownDoctor,

  async handle({ tx, input, subject }) {
    requireDoctor(subject);
    if (!(await deleteAbsence(tx, input.id))) throw new OperationError('not_found');
  },
});
