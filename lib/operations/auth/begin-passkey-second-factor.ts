import { z } from 'zod';
import { listPasskeys } from '#db/queries/passkeys';
import { fromPlace } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket } from '#lib/auth/ticket';
import { newChallenge } from '#lib/auth/webauthn/challenge';
import { requestOptions } from '#lib/auth/webauthn/request-options';
import { OperationError } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleRequestOptions, requestOptionsJson } from '../passkeys/options-json';
import { exampleSecondFactor } from './answers';
import { opaqueToken } from './credentials';

/** The question to the passkeys of the account whose password was right. */
export const beginPasskeySecondFactor = defineOperation({
  name: 'auth.begin-passkey-second-factor',
  kind: 'command',
  rest: 'POST /auth/passkeys/second-factor/options',
  summary: 'Begin to answer the second factor with a passkey',
  public: true,
  input: z.strictObject({ mfa_token: opaqueToken }),
  output: requestOptionsJson,
  errors: ['invalid_passkey'],
  audit: { event: 'PASSKEY_CHALLENGE', resource: 'user' },
  example: {
    input: { mfa_token: exampleSecondFactor.mfa_token },
    output: { ...exampleRequestOptions, userVerification: 'preferred' },
  },
  throttle: ({ request }) => [fromPlace('passkey_begin', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const ticket = await presentTicket(tx, input.mfa_token, 'second_factor');
    if (!ticket || !isUsable(ticket, now)) throw new OperationError('invalid_passkey');
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
    const use = { purpose: 'second_factor', userId: ticket.user_id, sessionId: null } as const;
    return requestOptions(await newChallenge(tx, use, now), 'preferred', await listPasskeys(tx));
  },
});
