import { z } from 'zod';
import { markInvitationWithdrawn } from '#db/queries/administered-accounts';
import { OperationError } from '#lib/errors/operation-error';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from './account-subject';

/** Takes an account back before anybody has opened it: its links open nothing any more, and its address is free. */
export const withdrawInvitation = defineOperation({
  name: 'people.withdraw-invitation',
  kind: 'command',
  rest: 'DELETE /admin/invitations/{id}',
  successStatus: 204,
  summary: 'Withdraw an invitation',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'WITHDRAW_INVITATION', resource: 'user', details: ['id'] },
  example: { input: { id: '01920000-0000-7000-8000-000000000001' }, output: undefined },
  subject: accountSubject,

  async handle({ tx, subject: { row } }) {
    if (!(await markInvitationWithdrawn(tx, row.id))) throw new OperationError('conflict');
  },
});
