import { z } from 'zod';
import { lockNewestFactor } from '#db/queries/factors';
import { lockOwnUser } from '#db/queries/users';
import { beginFactor } from '#lib/auth/begin-factor';
import { isBeingSetUp } from '#lib/auth/second-factor';
import { open } from '#lib/crypto/seal';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleTotpSetup, totpSetup, totpSetupOf } from './totp-setup';

/**
 * A new secret for an authenticator app; the same again for the same session while it waits for its first code, so that
 * a form may be sent twice. It changes nothing about sign-in until that code is confirmed.
 */
export const setupTotp = defineOperation({
  name: 'auth.setup-totp',
  kind: 'command',
  rest: 'POST /auth/mfa/totp/setup',
  summary: 'Begin to set up an authenticator app',
  permission: 'write:profile',
  stepUp: 'recent',
  assurance: 'aal1',
  input: z.strictObject({}),
  output: totpSetup,
  errors: [],
  audit: { event: 'SETUP_FACTOR', resource: 'factor' },
  example: { input: {}, output: exampleTotpSetup },
  subject: ownRows,

  async handle({ tx, actor, now, audit }) {
    const user = await lockOwnUser(tx);
    if (!user) throw new Error('A live session has no account.');
    const newest = await lockNewestFactor(tx);
    const factor =
      newest && isBeingSetUp(newest, actor.session_id, now)
        ? { id: newest.id, secret: open('factors.secret', newest.id, newest.secret) }
        : await beginFactor(tx, newest, { userId: user.id, sessionId: actor.session_id, now });
    audit({ resource_id: factor.id });
    return totpSetupOf(user, factor.secret);
  },
});
