import { z } from 'zod';
import { lockNewestFactor, markFactorRenewed } from '#db/queries/factors';
import { lockOwnUser } from '#db/queries/users';
import { insertRow } from '#db/rows';
import { factors } from '#db/schema/factors';
import { open, seal } from '#lib/crypto/seal';
import { newTotpSecret, totpUri } from '#lib/crypto/totp';
import { OperationError } from '#lib/errors/operation-error';
import { newId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

const issuer = 'MediSecure';

/** A new secret for an authenticator app. It changes nothing about sign-in until its first code is confirmed. */
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
  errors: ['not_found'],
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

  async handle({ tx, now, audit }) {
    const user = await lockOwnUser(tx);
    if (!user) throw new OperationError('not_found');
    const newest = await lockNewestFactor(tx);
    const pending = newest?.confirmed_at === null ? newest.id : null;
    const id = pending ?? newId('factors');
    const secret = newTotpSecret();
    const sealed = seal('factors.secret', id, secret);
    // Rows are never deleted, so whoever begins again begins on the row that counts for nothing yet.
    if (pending) await markFactorRenewed(tx, id, sealed);
    else
      await insertRow(tx, factors, { id, user_id: user.id, kind: 'totp', secret: sealed, created_at: now });
    audit({ resource_id: id });
    return { secret, otpauth_uri: totpUri(issuer, open('users.email', user.id, user.email), secret) };
  },
});
