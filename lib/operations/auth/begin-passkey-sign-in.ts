import { z } from 'zod';
import { fromPlace } from '#lib/auth/throttle-keys';
import { newChallenge } from '#lib/auth/webauthn/challenge';
import { requestOptions } from '#lib/auth/webauthn/request-options';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleRequestOptions, requestOptionsJson } from '../passkeys/options-json';

/** The question to whichever passkey somebody has. It takes no name, so its answer cannot tell whether there is one. */
export const beginPasskeySignIn = defineOperation({
  name: 'auth.begin-passkey-sign-in',
  kind: 'command',
  rest: 'POST /auth/passkeys/options',
  summary: 'Begin to sign in with a passkey',
  public: true,
  input: z.strictObject({}),
  output: requestOptionsJson,
  errors: [],
  audit: { event: 'PASSKEY_CHALLENGE', resource: 'user' },
  example: { input: {}, output: exampleRequestOptions },
  throttle: ({ request }) => [fromPlace('passkey_begin', request.ip)],
  subject: theClinic,

  async handle({ tx, now }) {
    const use = { purpose: 'sign_in', userId: null, sessionId: null } as const;
    return requestOptions(await newChallenge(tx, use, now), 'required');
  },
});
