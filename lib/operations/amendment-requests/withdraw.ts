import { z } from 'zod';
import { findAmendmentRequest, markAmendmentWithdrawn } from '#db/queries/amendment-requests';
import { OperationError } from '#lib/errors/operation-error';
import { amendmentRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject } from '../patient-requests/asked-subject';
import { exampleAmendment } from './amendment-view';

/** The patient takes the wish back, as long as nobody has decided. */
export const withdrawAmendment = defineOperation({
  name: 'amendment-requests.withdraw',
  kind: 'command',
  rest: 'DELETE /amendment-requests/{id}',
  successStatus: 204,
  summary: 'Take the wish for a correction back',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: amendmentRequestId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'WITHDRAW_AMENDMENT', resource: 'amendment_request' },
  example: { input: { id: exampleAmendment.id }, output: undefined },
  subject: async ({ tx, input }) => askedSubject(await findAmendmentRequest(tx, input.id)),

  async handle({ tx, input }) {
    if (!(await markAmendmentWithdrawn(tx, input.id))) throw new OperationError('conflict');
  },
});
