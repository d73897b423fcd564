import { z } from 'zod';
import { markSteppedUp } from '#lib/auth/step-up';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { assertionResponse, exampleAssertion } from '../passkeys/credential-json';
import { passPasskey, preparePasskey } from '../passkeys/pass-passkey';
import { authBodyLimitBytes } from './credentials';
import { steppedUp } from './stepped-up';

/** The actor has shown afresh that it is them. A key that was only touched shows that somebody is there. */
export const stepUpPasskey = defineOperation({
  name: 'auth.step-up-passkey',
  kind: 'command',
  rest: 'POST /auth/passkeys/step-up',
  summary: 'Confirm with a passkey that it is you',
  permission: 'write:profile',
  stepUp: 'none',
  assurance: 'aal1',
  input: z.strictObject({ response: assertionResponse }),
  output: steppedUp,
  errors: ['invalid_passkey'],
  audit: { event: 'STEP_UP', resource: 'session' },
  example: { input: { response: exampleAssertion }, output: { secret: null } },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: preparePasskey,
  subject: ownRows,

  async handle(work) {
    const { user_id: userId, session_id: sessionId } = work.actor;
    work.audit({ resource_id: sessionId });
    await passPasskey(work, { purpose: 'step_up', userId, sessionId, mustVerifyUser: true });
    return { secret: await markSteppedUp(work.tx, work.actor, 'webauthn') };
  },
});
