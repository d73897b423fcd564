import { payloadOfTicket } from '#lib/auth/ticket-payload';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleSecondFactor, exampleTokenPair, tokenPair } from './answers';
import { openApiSession } from './api-session';
import { authBodyLimitBytes } from './credentials';
import { chosenOfRole, chosenScopes, keptWish, scopeWish } from './scope-wish';
import { passSecondFactor, prepareSecondFactor, secondFactorAnswer } from './second-factor-step';

/** The second half of a sign-in over the API. */
export const verifySecondFactor = defineOperation({
  name: 'auth.verify-second-factor',
  kind: 'command',
  rest: 'POST /auth/mfa/verify',
  summary: 'Finish signing in with a second factor',
  public: true,
  input: secondFactorAnswer.extend({ scope: scopeWish.optional() }),
  output: tokenPair,
  errors: ['invalid_code'],
  audit: { event: 'LOGIN', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { mfa_token: exampleSecondFactor.mfa_token, method: 'totp', code: '287082' },
    output: exampleTokenPair,
  },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: prepareSecondFactor,
  subject: theClinic,

  async handle(work) {
    const { id, role } = await passSecondFactor(work);
    const asked = await payloadOfTicket(work.tx, work.input.mfa_token);
    const allowed = chosenOfRole(role, asked === null ? undefined : keptWish(asked));
    const scopes = chosenScopes(allowed, work.input.scope);
    return openApiSession(work, { id, role, scopes, secondFactor: work.input.method });
  },
});
