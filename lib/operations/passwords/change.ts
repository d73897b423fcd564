import { z } from 'zod';
import { readOwnPassword, replacePassword } from '#lib/auth/own-password';
import { forgive } from '#lib/auth/throttle';
import { ofPasswordChange } from '#lib/auth/throttle-keys';
import { vetPassword } from '#lib/auth/vet-password';
import { whenNotBusy } from '#lib/auth/when-not-busy';
import { verifyPassword } from '#lib/crypto/password-hash';
import { OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { authBodyLimitBytes, credentials } from '../auth/credentials';
import { newPassword } from '../auth/new-password';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { tellOwner } from '../users/tell-owner';

/** No address was asked for: the current password is what is wrong. */
const wrongPassword = () =>
  new OperationError('invalid_credentials', {
    errors: [
      { path: 'current_password', code: 'invalid_credentials', message: 'The current password is wrong' },
    ],
  });

/** A new password for the old one. Every other session ends, at the portal and at the API. */
export const changePassword = defineOperation({
  name: 'passwords.change',
  kind: 'command',
  rest: 'POST /users/me/change-password',
  successStatus: 204,
  summary: 'Change your password',
  permission: 'write:profile',
  stepUp: 'recent_factor',
  input: z.strictObject({ current_password: credentials.shape.password, new_password: newPassword }),
  output: z.void(),
  errors: ['invalid_credentials'],
  audit: { event: 'CHANGE_PASSWORD', resource: 'user' },
  example: {
    input: { current_password: 'Correct-Horse7!', new_password: 'Quiet-River-17!' },
    output: undefined,
  },
  bodyLimitBytes: authBodyLimitBytes,

  async prepare({ actor, input, request, clock }) {
    await spend(ofPasswordChange(actor.user_id, request.ip), clock.now());
    const own = await readOwnPassword(actor.user_id, { now: clock.now(), requestId: request.requestId });
    const { current } = own ?? {};
    const proven = current && (await whenNotBusy(() => verifyPassword(current, input.current_password)));
    if (!own || !proven) throw wrongPassword();
    const { email, earlier } = own;
    return {
      own,
      password: await vetPassword({ password: input.new_password, field: 'new_password', email, earlier }),
    };
  },
  subject: ownRows,

  async handle({ tx, actor, now, prepared, request, audit }) {
    audit({ resource_id: actor.user_id });
    const replaced = await replacePassword(tx, { ...prepared, kept: actor.session_id, now });
    if (!replaced) throw wrongPassword();
    await forgive(tx, ofPasswordChange(actor.user_id, request.ip));
    await tellOwner(tx, { template: 'password_changed', params: {} }, now);
  },
});
