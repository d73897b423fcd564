import { z } from 'zod';
import { deleteClosure } from '#db/queries/closures';
import { OperationError } from '#lib/errors/operation-error';
import { closureId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleClosure } from './closure-view';

/** Opens the site again on those days. */
export const removeClosure = defineOperation({
  name: 'closures.remove',
  kind: 'command',
  rest: 'DELETE /closures/{id}',
  successStatus: 204,
  summary: 'Remove a holiday or a closure',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: closureId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'REMOVE_CLOSURE', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleClosure.id }, output: undefined },
  subject: theClinic,

  async handle({ tx, input }) {
    if (!(await deleteClosure(tx, input.id))) throw new OperationError('not_found');
  },
});
