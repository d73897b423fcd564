import { z } from 'zod';
import { endSessionsOf, findAddressee } from '#db/queries/administered-accounts';
import { lockApproval, markApprovalDone, markApprovalExpired } from '#db/queries/approvals';
import { issueTicket } from '#lib/auth/ticket';
import { approvalCanBecome } from '#lib/domain/approvals';
import { OperationError } from '#lib/errors/operation-error';
import { tellOfRecovery } from '#lib/notify/tell-of-recovery';
import { approvalId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleApproval } from './approval-view';
import { endAdminInvitation } from './end-admin-invitation';

/**
 * Does what is due: lets lapse what nobody has decided in time, and opens the way back to an account whose owner has
 * not objected. Its sessions end with that, whoever holds them.
 */
export const carryOutApproval = defineOperation({
  name: 'approvals.carry-out',
  kind: 'command',
  rest: 'POST /admin/approvals/{id}/carry-out',
  successStatus: 204,
  summary: 'Do what two admins have agreed on',
  permission: 'admin:users',
  stepUp: 'recent',
  jobs: ['approvals'],
  input: z.strictObject({ id: approvalId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'CARRY_OUT_APPROVAL', resource: 'approval', details: ['id'] },
  example: { input: { id: exampleApproval.id }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockApproval(tx, input.id);
    return row && { ...theClinic(), row };
  },

  async handle({ tx, actor, now, subject: { row }, audit }) {
    if (actor.kind !== 'system') throw new OperationError('forbidden');
    const { id, status, user_id: userId, kind } = row;
    const reached = (at: typeof row.not_before) => at !== null && at.epochNanoseconds <= now.epochNanoseconds;
    if (approvalCanBecome(status, 'expired') && reached(row.expires_at)) {
      audit({ reason_code: 'expired', additional_info: { kind, user_id: userId } });
      await markApprovalExpired(tx, id);
      return endAdminInvitation(tx, row);
    }
    const due = kind === 'recovery' && approvalCanBecome(status, 'done') && reached(row.not_before);
    const owner = due ? await findAddressee(tx, userId) : null;
    if (!owner) throw new OperationError('conflict');
    await markApprovalDone(tx, id);
    const ended = await endSessionsOf(tx, userId, null, 'recovery');
    audit({ reason_code: 'done', additional_info: { kind, user_id: userId, ended } });
    const ticket = { userId, purpose: 'recovery', assurance: 'aal1', now } as const;
    const { token, expiresAt } = await issueTicket(tx, ticket);
    const hours = Math.round(expiresAt.since(now).total('hours'));
    await tellOfRecovery(tx, owner, { template: 'recovery_link', params: { token, hours } }, now);
  },
});
