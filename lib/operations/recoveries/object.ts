import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { stopOwnRecovery } from './stop';

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

  async handle({ tx, now, audit }) {
    const stopped = await stopOwnRecovery(tx, now);
    if (!stopped) throw new OperationError('conflict');
    audit({ resource_id: stopped });
  },
});
