import { z } from 'zod';
import { listPasskeys } from '#db/queries/passkeys';
import { fromPlace } from '#lib/auth/throttle-keys';
import { newChallenge } from '#lib/auth/webauthn/challenge';
import { requestOptions } from '#lib/auth/webauthn/request-options';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleRequestOptions, requestOptionsJson } from '../passkeys/options-json';

/** The question to the actor's own passkeys, for this session. */
export const beginPasskeyStepUp = defineOperation({
  name: 'auth.begin-passkey-step-up',
  kind: 'command',
  rest: 'POST /auth/passkeys/step-up/options',
  summary: 'Begin to confirm with a passkey that it is you',
  permission: 'write:profile',
  stepUp: 'none',
  assurance: 'aal1',
  input: z.strictObject({}),
  output: requestOptionsJson,
  errors: [],
  audit: { event: 'PASSKEY_CHALLENGE', resource: 'session' },
  example: { input: {}, output: exampleRequestOptions },
  throttle: ({ request }) => [fromPlace('passkey_begin', request.ip)],
  subject: ownRows,

  async handle({ tx, actor, now, audit }) {
    audit({ resource_id: actor.session_id });
    const use = { purpose: 'step_up', userId: actor.user_id, sessionId: actor.session_id } as const;
    return requestOptions(await newChallenge(tx, use, now), 'required', await listPasskeys(tx));
  },
});
