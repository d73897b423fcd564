import { z } from 'zod';
import { listOwnComingVisits } from '#db/queries/appointments';
import { markTicketsVoid } from '#db/queries/single-use-tickets';
import { lockOwnUser, markOwnAccountDeleted } from '#db/queries/users';
import { isAwaited } from '#db/queries/visits-ahead';
import { issueTicket } from '#lib/auth/ticket';
import { OperationError } from '#lib/errors/operation-error';
import { changeVisit, holdVisit } from '../appointments/change-visit';
import { defineOperation } from '../define';
import { tellOwner } from './tell-owner';

/**
 * Closes the account. The row and the chart stay, for as long as retention asks; every session ends, and visits to come
 * are cancelled with it. A doctor whom patients are booked with, and the last admin, stay until others have taken over.
 */
export const deleteMe = defineOperation({
  name: 'users.delete-me',
  kind: 'command',
  rest: 'DELETE /users/me',
  successStatus: 204,
  summary: 'Close your account',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({}),
  output: z.void(),
  errors: ['conflict'],
  audit: { event: 'DELETE_ACCOUNT', resource: 'user' },
  example: { input: {}, output: undefined },

  subject: async ({ tx }) => {
    const user = await lockOwnUser(tx);
    return user && { type: 'account', user_id: user.id };
  },

  async handle({ tx, actor, now, subject, audit }) {
    const { user_id: userId } = subject;
    if (await isAwaited(tx)) throw new OperationError('conflict');
    const visits = await listOwnComingVisits(tx);
    audit({ resource_id: userId, additional_info: { cancelled_visits: visits.length } });
    for (const visit of visits) {
      const row = await holdVisit(tx, visit, undefined);
      // Called off in the same moment by somebody else.
      if (row.status !== 'scheduled') continue;
      await changeVisit(tx, row, { ...row, status: 'cancelled', notes: undefined }, { actor, now });
    }
    await markTicketsVoid(tx, ['second_factor', 'portal_session', 'password_reset', 'email_change']);
    const { token } = await issueTicket(tx, { userId, purpose: 'undo_deletion', assurance: 'aal1', now });
    await tellOwner(tx, { template: 'account_deleted', params: { token } }, now);
    if (!(await markOwnAccountDeleted(tx))) throw new OperationError('conflict');
  },
});
