import { z } from 'zod';
import { findOwnFactor, listAnsweringMethods, lockOwnFactors, markFactorRevoked } from '#db/queries/factors';
import { markRecoveryCodesReplaced } from '#db/queries/recovery-codes';
import { markSessionsRevoked } from '#db/queries/sessions';
import { lockOwnUser } from '#db/queries/users';
import { OperationError } from '#lib/errors/operation-error';
import { needsSecondFactor } from '#lib/policy/roles';
import { defineOperation } from '../define';
import { tellOwner } from './tell-owner';

/**
 * The factor answers for nobody any more. Doctors and admins keep one that is strong: without it they could not come
 * back. A patient who removes the last one signs in with the password alone, and codes on paper are void with it.
 */
export const removeFactor = defineOperation({
  name: 'factors.remove',
  kind: 'command',
  rest: 'DELETE /users/me/factors/{id}',
  successStatus: 204,
  summary: 'Remove one of your second factors',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({ id: z.uuid() }),
  output: z.void(),
  errors: ['not_found', 'last_factor'],
  audit: { event: 'REMOVE_FACTOR', resource: 'factor' },
  example: { input: { id: '01920000-0000-7000-8000-000000000007' }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await findOwnFactor(tx, input.id);
    return row && { type: 'own', row };
  },

  async handle({ tx, actor, now, subject }) {
    // Two removals at once stand in line here: each sees what the other has left.
    await lockOwnUser(tx);
    const all = await lockOwnFactors(tx);
    if (!all.some(({ id }) => id === subject.row.id)) throw new OperationError('not_found');
    const left = all.filter(({ id }) => id !== subject.row.id);
    if (needsSecondFactor(actor.role) && !left.some(({ kind }) => kind !== 'sms')) {
      throw new OperationError('last_factor');
    }
    await markFactorRevoked(tx, subject.row.id);
    // A phone that waits for its day, alone and without codes on paper, would let nobody in until then.
    if (left.length > 0 && (await listAnsweringMethods(tx)).length === 0)
      throw new OperationError('last_factor');
    if (left.length === 0) await markRecoveryCodesReplaced(tx);
    await markSessionsRevoked(tx, actor.session_id, 'factor_changed');
    await tellOwner(tx, 'factor_removed', now);
  },
});
