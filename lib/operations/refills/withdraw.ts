import { z } from 'zod';
import { findRefill, markRefillWithdrawn } from '#db/queries/refill-requests';
import { OperationError } from '#lib/errors/operation-error';
import { refillRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject } from '../patient-requests/asked-subject';
import { exampleRefill } from './refill-view';

/** The patient takes the wish back, as long as nobody has decided. */
export const withdrawRefill = defineOperation({
  name: 'refills.withdraw',
  kind: 'command',
  rest: 'DELETE /refills/{id}',
  successStatus: 204,
  summary: 'Take the wish for a refill back',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: refillRequestId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'WITHDRAW_REFILL', resource: 'refill_request' },
  example: { input: { id: exampleRefill.id }, output: undefined },
  subject: async ({ tx, input }) => askedSubject(await findRefill(tx, input.id)),

  async handle({ tx, input }) {
    if (!(await markRefillWithdrawn(tx, input.id))) throw new OperationError('conflict');
  },
});
