import { z } from 'zod';
import { lockNewestFactor, markFactorConfirmed } from '#db/queries/factors';
import { markSecondFactor, markSessionsRevoked } from '#db/queries/sessions';
import { lockOwnUser } from '#db/queries/users';
import { isFirstCode } from '#lib/auth/first-code';
import { issueRecoveryCodes, prepareRecoveryCodes } from '#lib/auth/recovery-code';
import { firstStep } from '#lib/auth/second-factor';
import { forgive } from '#lib/auth/throttle';
import { ofEnrolment } from '#lib/auth/throttle-keys';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { shownCode } from './second-factor-step';

/**
 * The first code of a new authenticator app makes it count, and is used up by that. It takes the place of an earlier
 * one, and other kinds of factor stay. Ten recovery codes come with it, in place of older ones. Every other session ends
 * (OWASP ASVS 5, 7.4.3): whoever had the password alone is asked for a code from here on.
 */
export const confirmTotp = defineOperation({
  name: 'auth.confirm-totp',
  kind: 'command',
  rest: 'POST /auth/mfa/totp/confirm',
  summary: 'Finish setting up an authenticator app',
  permission: 'write:profile',
  stepUp: 'none',
  assurance: 'aal1',
  input: z.strictObject({ code: shownCode }),
  output: z.strictObject({ recovery_codes: z.array(z.string()) }),
  errors: ['invalid_code'],
  audit: { event: 'CONFIRM_FACTOR', resource: 'factor' },
  example: { input: { code: '287082' }, output: { recovery_codes: ['7k3mp-x9q2d'] } },

  async prepare({ actor, input, request, clock }) {
    await spend(ofEnrolment(actor.user_id, request.ip), clock.now());
    const moment = { now: clock.now(), requestId: request.requestId };
    return (await isFirstCode(actor, input.code, moment)) ? prepareRecoveryCodes(actor.user_id) : null;
  },

  subject: ownRows,

  async handle({ tx, actor, now, input, prepared, request, audit }) {
    const user = await lockOwnUser(tx);
    const factor = await lockNewestFactor(tx);
    if (factor) audit({ resource_id: factor.id });
    const step = factor && firstStep(factor, input.code, actor.session_id, now);
    // A wrong code has cost no slow hash.
    if (!user || !factor || step === null || !prepared) throw new OperationError('invalid_code');
    await markFactorConfirmed(tx, factor.id, step);
    await markSessionsRevoked(tx, actor.session_id, 'factor_changed');
    await markSecondFactor(tx, actor.session_id, 'totp');
    await forgive(tx, ofEnrolment(user.id, request.ip));
    const to = open('users.email', user.id, user.email);
    await enqueueMail(tx, { to, locale: user.locale, template: 'second_factor_set', params: {} }, now);
    return { recovery_codes: await issueRecoveryCodes(tx, user.id, prepared, now) };
  },
});
