import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { lockOwnRecovery, markApprovalObjected } from '#db/queries/recoveries';
import { OperationError } from '#lib/errors/operation-error';
import { tellOfRecovery } from '#lib/notify/tell-of-recovery';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** The owner can still sign in and has not asked for help: what two admins have agreed on ends here. */
export const objectToRecovery = defineOperation({
  name: 'recoveries.object',
  kind: 'command',
  rest: 'POST /users/me/recovery/objection',
  successStatus: 204,
  summary: 'Stop a recovery of your account',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.void(),
  errors: ['conflict'],
  audit: { event: 'OBJECT_TO_RECOVERY', resource: 'approval' },
  example: { input: {}, output: undefined },
  subject: ownRows,

  async handle({ tx, actor, now, audit }) {
    const row = await lockOwnRecovery(tx);
    if (!row) throw new OperationError('conflict');
    audit({ resource_id: row.id });
    await markApprovalObjected(tx, row);
    const owner = await findAddressee(tx, actor.user_id);
    if (owner) await tellOfRecovery(tx, owner, { template: 'recovery_refused', params: {} }, now);
  },
});
