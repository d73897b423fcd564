import { z } from 'zod';
import { findOwnPhone, findPendingPhone } from '#db/queries/phones';
import { endOf, numberOf } from '#lib/auth/sms-code';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { mayUsePhone } from './allowed';

/** The phone that gets codes, and the number that this session is setting up. */
export const getPhone = defineOperation({
  name: 'phones.get',
  kind: 'query',
  rest: 'GET /auth/mfa/sms',
  summary: 'Your phone for codes by text message',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    phone: z
      .strictObject({
        id: z.uuid(),
        name: z.string().nullable(),
        /** The last two figures of the number. */
        ends_with: z.string(),
        confirmed_at: z.iso.datetime(),
        /** A number that took the place of another waits for a day. */
        answers_from: z.iso.datetime(),
        answers: z.boolean(),
      })
      .nullable(),
    pending: z.strictObject({ ends_with: z.string() }).nullable(),
  }),
  errors: ['forbidden'],
  audit: { event: 'VIEW_FACTOR_SETUP', resource: 'factor' },
  example: { input: {}, output: { phone: null, pending: { ends_with: '00' } } },
  subject: ownRows,

  async handle({ tx, actor, now }) {
    if (!mayUsePhone(actor.role)) throw new OperationError('forbidden');
    const phone = await findOwnPhone(tx);
    const pending = await findPendingPhone(tx, actor.session_id);
    return {
      phone: phone && {
        id: phone.id,
        name: phone.name && open('factors.name', phone.id, phone.name),
        ends_with: endOf(numberOf(phone)),
        confirmed_at: phone.confirmed_at.toString(),
        answers_from: phone.answers_from.toString(),
        answers: phone.answers_from.epochNanoseconds <= now.epochNanoseconds,
      },
      pending: pending && { ends_with: endOf(numberOf(pending)) },
    };
  },
});
