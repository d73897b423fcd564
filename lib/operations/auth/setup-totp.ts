import { z } from 'zod';
import { lockNewestFactor } from '#db/queries/factors';
import { lockOwnUser } from '#db/queries/users';
import { beginFactor } from '#lib/auth/begin-factor';
import { isBeingSetUp } from '#lib/auth/second-factor';
import { open } from '#lib/crypto/seal';
import { totpUri } from '#lib/crypto/totp';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

const issuer = 'MediSecure';

/**
 * A new secret for an authenticator app; the same again for the same session while it waits for its first code, so that
 * a page may be shown twice. It changes nothing about sign-in until that code is confirmed.
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
  output: z.strictObject({ secret: z.string(), otpauth_uri: z.string() }),
  errors: [],
  audit: { event: 'SETUP_FACTOR', resource: 'factor' },
  example: {
    input: {},
    output: {
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      otpauth_uri:
        'otpauth://totp/MediSecure:elsa.vargas%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=MediSecure',
    },
  },
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
    const account = open('users.email', user.id, user.email);
    return { secret: factor.secret, otpauth_uri: totpUri(issuer, account, factor.secret) };
  },
});
