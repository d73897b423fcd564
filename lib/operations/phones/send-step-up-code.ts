import { z } from 'zod';
import { phoneOfUser } from '#lib/auth/answering-phone';
import { numberOf, prepareSmsCode } from '#lib/auth/sms-code';
import { ofSmsSent } from '#lib/auth/throttle-keys';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { textOwnPhone } from './text-code';

/** Sends a code to the actor's phone, for a step-up of this session. Nothing is sent where there is no phone. */
export const sendStepUpCode = defineOperation({
  name: 'phones.send-step-up-code',
  kind: 'command',
  rest: 'POST /auth/mfa/sms/step-up',
  successStatus: 204,
  summary: 'Get a code by text message to confirm that it is you',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.void(),
  errors: [],
  audit: { event: 'SEND_CODE', resource: 'session' },
  example: { input: {}, output: undefined },

  async prepare({ actor, request, clock }) {
    const now = clock.now();
    const phone = await phoneOfUser(actor.user_id, { now, requestId: request.requestId });
    if (!phone) return null;
    await spend(ofSmsSent(actor.user_id, numberOf(phone)), now);
    return { phone, code: await prepareSmsCode(actor.user_id) };
  },

  subject: ownRows,

  async handle({ tx, actor, now, prepared, audit }) {
    audit({ resource_id: actor.session_id });
    const attempt = { ticket_id: null, session_id: actor.session_id };
    if (prepared) await textOwnPhone(tx, { ...prepared, attempt, now });
  },
});
