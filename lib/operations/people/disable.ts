import { z } from 'zod';
import { findAddressee, setUserDisabled } from '#db/queries/administered-accounts';
import { OperationError } from '#lib/errors/operation-error';
import { tellAccount } from '#lib/notify/tell-account';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from './account-subject';
import { keepReason, typedReason } from './typed-reason';

/**
 * S48: shuts an account. Its row stays, its sessions end with the commit, and one admin is always left: nobody shuts
 * themself or the last one.
 */
export const disablePerson = defineOperation({
  name: 'people.disable',
  kind: 'command',
  rest: 'DELETE /admin/users/{id}',
  successStatus: 204,
  summary: 'Disable an account',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId, reason: typedReason }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'DISABLE_USER', resource: 'user', details: ['id'] },
  example: {
    input: { id: '01920000-0000-7000-8000-000000000006', reason: 'Has left the clinic' },
    output: undefined,
  },
  subject: accountSubject,

  async handle({ tx, actor, now, input, subject, audit }) {
    const { user_id: id, row } = subject;
    if (!(await setUserDisabled(tx, id, true))) throw new OperationError('conflict');
    const given = { userId: id, authorId: actor.user_id, reason: input.reason, now };
    audit({ additional_info: { reason_id: await keepReason(tx, given) } });
    // Who asks twice gets the same answer, and the owner one mail.
    const owner = row.disabled_at ? null : await findAddressee(tx, id);
    if (owner) await tellAccount(tx, owner, { template: 'account_disabled', params: {} }, now);
  },
});
