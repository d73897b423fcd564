import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { objectionToken } from '#lib/auth/objection-link';
import { identityChecks } from '#lib/domain/approvals';
import { OperationError } from '#lib/errors/operation-error';
import { tellOfRecovery } from '#lib/notify/tell-of-recovery';
import { userId } from '#lib/platform/ids';
import { approvalConstraints, askForApproval } from '../approvals/ask';
import { askedApproval, exampleAskedApproval } from '../approvals/asked-approval';
import { defineOperation } from '../define';
import { accountSubject } from '../people/account-subject';
import { typedReason } from '../people/typed-reason';

/** Asks for a way back into an account whose owner has lost every factor. A second admin decides; the owner hears of it. */
export const requestRecovery = defineOperation({
  name: 'recoveries.request',
  kind: 'command',
  rest: 'POST /admin/users/{id}/recovery',
  successStatus: 202,
  summary: 'Ask for the recovery of an account',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId, identity_check: z.enum(identityChecks), reason: typedReason }),
  output: askedApproval,
  errors: ['not_found', 'conflict'],
  constraints: approvalConstraints,
  audit: { event: 'REQUEST_RECOVERY', resource: 'user', details: ['id', 'identity_check'] },
  example: {
    input: {
      id: '01920000-0000-7000-8000-000000000006',
      identity_check: 'in_person',
      reason: 'The phone is at the bottom of a lake',
    },
    output: exampleAskedApproval,
  },
  subject: accountSubject,

  async handle({ tx, actor, now, input, subject, audit }) {
    const { user_id: id, row } = subject;
    const owner = row.is_verified && !row.disabled_at ? await findAddressee(tx, id) : null;
    if (!owner) throw new OperationError('conflict');
    const { identity_check, reason } = input;
    const act = { kind: 'recovery', identity_check } as const;
    const asked = await askForApproval({ tx, actor, now, audit }, act, { userId: id, reason });
    const token = await objectionToken(tx, { userId: id, approvalId: asked.approval_id, now });
    await tellOfRecovery(tx, owner, { template: 'recovery_asked', params: { token } }, now);
    return asked;
  },
});
