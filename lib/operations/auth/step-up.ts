import { z } from 'zod';
import { usesUp } from '#lib/auth/second-factor';
import { markSteppedUp } from '#lib/auth/step-up';
import { forgive } from '#lib/auth/throttle';
import { refuseAndCommit } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { authBodyLimitBytes } from './credentials';
import { shownCode } from './second-factor-step';
import { isOwnPassword, prepareStepUp, stepUpThrottle } from './step-up-proof';
import { steppedUp } from './stepped-up';
import { tellRecoveryCodeUsed } from './tell-recovery-code-used';

const answer = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['totp', 'sms', 'recovery_code']), code: shownCode }),
  z.strictObject({ method: z.literal('password'), password: z.string().min(1).max(4096) }),
]);

/** A fresh proof before a sensitive act. It stays with the session for five minutes, whatever page is loaded. */
export const stepUp = defineOperation({
  name: 'auth.step-up',
  kind: 'command',
  rest: 'POST /auth/step-up',
  summary: 'Confirm that it is you',
  permission: 'write:profile',
  stepUp: 'none',
  assurance: 'aal1',
  input: answer,
  output: steppedUp,
  errors: ['invalid_code', 'invalid_credentials'],
  audit: { event: 'STEP_UP', resource: 'session', details: ['method'] },
  example: { input: { method: 'totp', code: '287082' }, output: { secret: null } },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: prepareStepUp,
  subject: ownRows,

  async handle({ tx, actor, now, input, prepared, request, audit }) {
    audit({ resource_id: actor.session_id });
    // A password alone proves nothing where there is more; a code on paper nothing where there was never more.
    if (input.method === 'password') {
      const enough = !actor.has_confirmed_factor && (await isOwnPassword(tx, prepared));
      if (!enough) throw refuseAndCommit('invalid_credentials');
    } else {
      const shown = { ...input, slowHash: prepared.slowHash };
      const attempt = { ticket_id: null, session_id: actor.session_id };
      const enough = actor.has_confirmed_factor && (await usesUp(tx, shown, { now, attempt }));
      if (!enough) throw refuseAndCommit('invalid_code');
    }
    await forgive(tx, stepUpThrottle(input.method, actor.user_id, request.ip));
    if (input.method === 'recovery_code') await tellRecoveryCodeUsed(tx, now);
    return { secret: await markSteppedUp(tx, actor, input.method) };
  },
});
