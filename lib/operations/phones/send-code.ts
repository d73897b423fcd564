import { z } from 'zod';
import { phoneOfTicket } from '#lib/auth/answering-phone';
import { numberOf, prepareSmsCode } from '#lib/auth/sms-code';
import { fromPlace, ofSmsSent } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket } from '#lib/auth/ticket';
import { theClinic } from '#lib/policy/subject';
import { exampleSecondFactor } from '../auth/answers';
import { opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { textOwnPhone } from './text-code';

/**
 * Sends a code to the phone of the account whose password was right, for this attempt to sign in and no other. The
 * answer is the same where there is no such phone, or the ticket is nobody's or too old.
 */
export const sendSignInCode = defineOperation({
  name: 'phones.send-code',
  kind: 'command',
  rest: 'POST /auth/mfa/sms/send',
  successStatus: 204,
  summary: 'Get a code by text message to finish signing in',
  public: true,
  input: z.strictObject({ mfa_token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'SEND_CODE', resource: 'user' },
  example: { input: { mfa_token: exampleSecondFactor.mfa_token }, output: undefined },
  throttle: ({ request }) => [fromPlace('sms_ask', request.ip)],

  async prepare({ input, request, clock }) {
    const now = clock.now();
    const found = await phoneOfTicket(input.mfa_token, { now, requestId: request.requestId });
    if (!found) return null;
    await spend(ofSmsSent(found.userId, numberOf(found.phone)), now);
    return { phone: found.phone, code: await prepareSmsCode(found.userId) };
  },

  subject: theClinic,

  async handle({ tx, now, input, prepared, audit }) {
    if (!prepared) return;
    const ticket = await presentTicket(tx, input.mfa_token, 'second_factor');
    if (!ticket || !isUsable(ticket, now)) return;
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
    const attempt = { ticket_id: ticket.id, session_id: null };
    await textOwnPhone(tx, { ...prepared, attempt, now });
  },
});
