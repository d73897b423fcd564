import { z } from 'zod';
import { insertFactor } from '#db/queries/factors';
import { markPendingPhonesRevoked } from '#db/queries/phones';
import { lockOwnUser } from '#db/queries/users';
import { endOf, prepareSmsCode } from '#lib/auth/sms-code';
import { ofSmsSent } from '#lib/auth/throttle-keys';
import { seal } from '#lib/crypto/seal';
import { phoneNumber } from '#lib/domain/person';
import { OperationError } from '#lib/errors/operation-error';
import { newId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { mayUsePhone } from './allowed';
import { textCode } from './text-code';

/** As people write numbers: gaps, brackets, hyphens. */
const typedNumber = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/[\s().-]/g, ''))
  .pipe(phoneNumber);

/** Sends a first code to a number. It changes nothing about sign-in until that code is confirmed. */
export const setupPhone = defineOperation({
  name: 'phones.setup',
  kind: 'command',
  rest: 'POST /auth/mfa/sms/setup',
  summary: 'Begin to set up codes by text message',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({ phone_number: typedNumber }),
  output: z.strictObject({
    /** The last two figures of the number. */
    ends_with: z.string(),
    expires_at: z.iso.datetime(),
  }),
  errors: ['forbidden'],
  audit: { event: 'SETUP_FACTOR', resource: 'factor' },
  example: {
    input: { phone_number: '+15550100' },
    output: { ends_with: '00', expires_at: '2026-01-05T09:10:00Z' },
  },

  async prepare({ actor, input, clock }) {
    if (!mayUsePhone(actor.role)) throw new OperationError('forbidden');
    await spend(ofSmsSent(actor.user_id, input.phone_number, 'sms_send_unconfirmed'), clock.now());
    return prepareSmsCode(actor.user_id);
  },

  subject: ownRows,

  async handle({ tx, actor, now, input, prepared, audit }) {
    const owner = await lockOwnUser(tx);
    if (!owner) throw new Error('A live session has no account.');
    const id = newId('factors');
    audit({ resource_id: id, additional_info: { kind: 'sms' } });
    const phone = { id, secret: seal('factors.secret', id, input.phone_number), created_at: now };
    const attempt = { ticket_id: null, session_id: actor.session_id };
    await markPendingPhonesRevoked(tx);
    await insertFactor(tx, { ...phone, user_id: owner.id, kind: 'sms', session_id: actor.session_id });
    const expiresAt = await textCode(tx, owner, { phone, code: prepared, attempt, now });
    return { ends_with: endOf(input.phone_number), expires_at: expiresAt.toString() };
  },
});
