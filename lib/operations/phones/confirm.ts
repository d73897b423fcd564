import { z } from 'zod';
import { findOwnPhone, findPendingPhone, markPhoneConfirmed } from '#db/queries/phones';
import { markSecondFactor, markSessionsRevoked } from '#db/queries/sessions';
import { lockOwnUser } from '#db/queries/users';
import { lacksCodes, willLackCodes } from '#lib/auth/codes-beside';
import { issueRecoveryCodes, prepareRecoveryCodes } from '#lib/auth/recovery-code';
import { smsCodeHash, takeSmsCode } from '#lib/auth/sms-code';
import { forgive } from '#lib/auth/throttle';
import { ofSecondFactor } from '#lib/auth/throttle-keys';
import { OperationError, refuseAndCommit } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { shownCode } from '../auth/second-factor-step';
import { defineOperation } from '../define';
import { tellOwner } from '../factors/tell-owner';
import { spend } from '../kernel/throttle';

/**
 * The first code makes the number count, in place of an earlier one. A number that comes after another waits for a day
 * before it answers; so that nobody stands outside meanwhile, codes on paper come with it where there are none, and with a first factor. Every
 * other session ends (OWASP ASVS 5, 7.4.3).
 */
export const confirmPhone = defineOperation({
  name: 'phones.confirm',
  kind: 'command',
  rest: 'POST /auth/mfa/sms/confirm',
  summary: 'Finish setting up codes by text message',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ code: shownCode }),
  output: z.strictObject({
    /** Empty where the account has some. */
    recovery_codes: z.array(z.string()),
    /** From then on codes can be sent to the number. */
    answers_from: z.iso.datetime(),
  }),
  errors: ['invalid_code'],
  audit: { event: 'CONFIRM_FACTOR', resource: 'factor' },
  example: {
    input: { code: '287082' },
    output: { recovery_codes: ['7k3mp-x9q2d'], answers_from: '2026-01-05T09:00:00Z' },
  },

  async prepare({ actor, input, request, clock }) {
    await spend(ofSecondFactor('sms', actor.user_id, request.ip), clock.now());
    const hash = await smsCodeHash(actor.user_id, input.code);
    const moment = { now: clock.now(), requestId: request.requestId };
    const needed = await willLackCodes(actor, hash, moment);
    return { hash, recoveryCodes: needed ? await prepareRecoveryCodes(actor.user_id) : null };
  },

  subject: ownRows,

  async handle({ tx, actor, now, prepared, request, audit }) {
    await lockOwnUser(tx);
    const pending = await findPendingPhone(tx, actor.session_id);
    if (!pending) throw refuseAndCommit('invalid_code');
    audit({ resource_id: pending.id });
    const purpose = { factor_id: pending.id, ticket_id: null, session_id: actor.session_id };
    if (!(await takeSmsCode(tx, prepared.hash, purpose))) throw refuseAndCommit('invalid_code');
    const needed = await lacksCodes(tx);
    // Codes that were used up, or a factor that was removed, since the look before: the next try finds it so.
    if (needed && !prepared.recoveryCodes) throw new OperationError('invalid_code');
    const replaced = await markPhoneConfirmed(tx, pending.id);
    audit({ additional_info: { kind: 'sms', replaced } });
    await markSessionsRevoked(tx, actor.session_id, 'factor_changed');
    const phone = await findOwnPhone(tx);
    if (!phone) throw new Error('A confirmed number is gone.');
    const answersNow = phone.answers_from.epochNanoseconds <= now.epochNanoseconds;
    if (answersNow && actor.assurance === 'aal1') await markSecondFactor(tx, actor.session_id, 'sms');
    await forgive(tx, ofSecondFactor('sms', actor.user_id, request.ip));
    await tellOwner(tx, replaced ? 'phone_changed' : 'factor_added', now);
    const paper =
      needed && prepared.recoveryCodes
        ? await issueRecoveryCodes(tx, actor.user_id, prepared.recoveryCodes, now)
        : [];
    return { recovery_codes: paper, answers_from: phone.answers_from.toString() };
  },
});
