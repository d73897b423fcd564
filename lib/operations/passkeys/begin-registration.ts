import { z } from 'zod';
import { listPasskeys } from '#db/queries/passkeys';
import { lockOwnUser } from '#db/queries/users';
import { fromPlace } from '#lib/auth/throttle-keys';
import { newChallenge } from '#lib/auth/webauthn/challenge';
import { creationOptions } from '#lib/auth/webauthn/creation-options';
import { open } from '#lib/crypto/seal';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { creationOptionsJson, exampleCreationOptions } from './options-json';

/** What the browser needs to make a passkey: for this session, once, within five minutes. */
export const beginPasskeyRegistration = defineOperation({
  name: 'passkeys.begin-registration',
  kind: 'command',
  rest: 'POST /users/me/passkeys/options',
  summary: 'Begin to add a passkey',
  permission: 'write:profile',
  stepUp: 'recent',
  assurance: 'aal1',
  input: z.strictObject({}),
  output: creationOptionsJson,
  errors: [],
  audit: { event: 'SETUP_FACTOR', resource: 'factor' },
  example: { input: {}, output: exampleCreationOptions },
  throttle: ({ request }) => [fromPlace('passkey_begin', request.ip)],
  subject: ownRows,

  async handle({ tx, actor, now }) {
    const user = await lockOwnUser(tx);
    if (!user) throw new Error('A live session has no account.');
    const use = { purpose: 'registration', userId: user.id, sessionId: actor.session_id } as const;
    const challenge = await newChallenge(tx, use, now);
    const email = open('users.email', user.id, user.email);
    return creationOptions(challenge, { id: user.id, email }, await listPasskeys(tx));
  },
});
