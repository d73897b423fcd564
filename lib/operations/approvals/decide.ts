import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { lockApproval, markApprovalDecided } from '#db/queries/approvals';
import { objectionToken } from '#lib/auth/objection-link';
import { decisionBar } from '#lib/domain/approvals';
import { OperationError } from '#lib/errors/operation-error';
import { tellOfRecovery } from '#lib/notify/tell-of-recovery';
import { env } from '#lib/platform/env';
import { approvalId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleApproval } from './approval-view';
import { carryOutGrant } from './carry-out-grant';
import { endAdminInvitation } from './end-admin-invitation';

/**
 * The second admin's word. A role changes with it; a recovery begins to wait, so that the account's owner can object
 * (NIST SP 800-63B, 4.2.3: notice of a recovery).
 */
export const decideApproval = defineOperation({
  name: 'approvals.decide',
  kind: 'command',
  rest: 'POST /admin/approvals/{id}/decision',
  successStatus: 204,
  summary: 'Agree to it or refuse it',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: approvalId, decision: z.enum(['approved', 'refused']) }),
  output: z.void(),
  errors: ['not_found', 'forbidden', 'conflict', 'visits_booked'],
  // What the operation refuses, the table refuses too.
  constraints: {
    approvals_transition: 'conflict',
    approvals_two_people: 'forbidden',
    approvals_not_own: 'forbidden',
  },
  audit: { event: 'DECIDE_APPROVAL', resource: 'approval', details: ['id', 'decision'] },
  example: { input: { id: exampleApproval.id, decision: 'approved' }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockApproval(tx, input.id);
    return row && { ...theClinic(), row };
  },

  async handle({ tx, actor, now, input, subject: { row }, audit }) {
    const { kind, user_id: userId } = row;
    audit({ additional_info: { kind, user_id: userId } });
    const bar = decisionBar(row, actor.user_id);
    if (bar) throw new OperationError(bar === 'decided' ? 'conflict' : 'forbidden');
    if (row.expires_at.epochNanoseconds <= now.epochNanoseconds) throw new OperationError('conflict');
    const { decision: status } = input;
    const waits = kind === 'recovery' && status === 'approved';
    const notBefore = waits ? now.add({ hours: env().recoveryWaitHours }) : null;
    await markApprovalDecided(tx, { id: row.id, status, notBefore });
    if (kind === 'grant_role') {
      return status === 'approved' ? carryOutGrant(tx, row, now) : endAdminInvitation(tx, row);
    }
    const owner = await findAddressee(tx, userId);
    if (!owner) throw new OperationError('conflict');
    if (!notBefore) return tellOfRecovery(tx, owner, { template: 'recovery_refused', params: {} }, now);
    const token = await objectionToken(tx, { userId, approvalId: row.id, now });
    await tellOfRecovery(tx, owner, { template: 'recovery_approved', params: { at: notBefore, token } }, now);
  },
});
