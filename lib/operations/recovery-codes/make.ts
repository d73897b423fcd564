import { z } from 'zod';
import { lockOwnFactors } from '#db/queries/factors';
import { lockOwnUser } from '#db/queries/users';
import { issueRecoveryCodes, prepareRecoveryCodes } from '#lib/auth/recovery-code';
import { ofRecoveryCodes } from '#lib/auth/throttle-keys';
import { OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { tellOwner } from '../factors/tell-owner';
import { spend } from '../kernel/throttle';

/** Ten new codes in place of all older ones, for whoever has a second factor that they can stand in for. */
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
  errors: ['no_second_factor'],
  audit: { event: 'MAKE_RECOVERY_CODES', resource: 'factor' },
  example: { input: {}, output: { recovery_codes: ['7k3mp-x9q2d'] } },

  async prepare({ actor, clock }) {
    await spend(ofRecoveryCodes(actor.user_id), clock.now());
    return prepareRecoveryCodes(actor.user_id);
  },

  subject: ownRows,

  async handle({ tx, actor, now, prepared }) {
    await lockOwnUser(tx);
    // Made beforehand, they would answer for a factor that its owner sets up later, to keep out whoever made them.
    if ((await lockOwnFactors(tx)).length === 0) throw new OperationError('no_second_factor');
    await tellOwner(tx, 'recovery_codes_made', now);
    return { recovery_codes: await issueRecoveryCodes(tx, actor.user_id, prepared, now) };
  },
});
