import { z } from 'zod';
import { lockOwnUser } from '#db/queries/users';
import { issueRecoveryCodes, prepareRecoveryCodes } from '#lib/auth/recovery-code';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** Ten new codes in place of all older ones. */
export const makeRecoveryCodes = defineOperation({
  name: 'recovery-codes.make',
  kind: 'command',
  rest: 'POST /auth/mfa/recovery-codes',
  successStatus: 201,
  summary: 'Make new recovery codes',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({}),
  output: z.strictObject({ recovery_codes: z.array(z.string()) }),
  errors: [],
  audit: { event: 'MAKE_RECOVERY_CODES', resource: 'factor' },
  example: { input: {}, output: { recovery_codes: ['7k3mp-x9q2d'] } },
  prepare: ({ actor }) => prepareRecoveryCodes(actor.user_id),
  subject: ownRows,

  async handle({ tx, actor, now, prepared }) {
    await lockOwnUser(tx);
    return { recovery_codes: await issueRecoveryCodes(tx, actor.user_id, prepared, now) };
  },
});
