import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleSecondFactor, exampleTokenPair, tokenPair } from './answers';
import { openApiSession } from './api-session';
import { authBodyLimitBytes } from './credentials';
import { passSecondFactor, prepareSecondFactor, secondFactorAnswer } from './second-factor-step';

/** The second half of a sign-in over the API. */
export const verifySecondFactor = defineOperation({
  name: 'auth.verify-second-factor',
  kind: 'command',
  rest: 'POST /auth/mfa/verify',
  summary: 'Finish signing in with a second factor',
  public: true,
  input: secondFactorAnswer,
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
    return openApiSession(work, { id, role, assurance: 'aal2' });
  },
});
