import { z } from 'zod';
import { refuseAndCommit } from '#lib/errors/operation-error';
import { needsSecondFactor } from '#lib/policy/roles';
import { scopesOfRole } from '#lib/policy/scopes';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { codeRequired, exampleTokenPair, tokenPair } from './answers';
import { openApiSession } from './api-session';
import { authBodyLimitBytes, credentials } from './credentials';
import { oweSecondFactor, passPassword, passwordStep } from './password-step';
import { chosenOfRole, scopeWish } from './scope-wish';

/** Sign-in over the API: tokens, or the demand for a second factor. */
export const login = defineOperation({
  name: 'auth.login',
  kind: 'command',
  rest: 'POST /auth/login',
  summary: 'Sign in with e-mail and password',
  public: true,
  input: credentials.extend({ scope: scopeWish.optional() }),
  output: z.union([tokenPair, codeRequired]),
  errors: ['invalid_credentials', 'mfa_enrolment_required'],
  audit: { event: 'LOGIN', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { email: 'elsa.vargas@example.org', password: 'Correct-Horse7!' },
    output: exampleTokenPair,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: passwordStep.throttle,
  prepare: passwordStep.prepare,
  subject: theClinic,

  async handle(work) {
    const { user_id: id, role, has_confirmed_factor } = await passPassword(work);
    const wish = work.input.scope;
    if (has_confirmed_factor) {
      // Whether the role has them is told once all is proven: a refusal here would confirm a guessed password.
      const owed = await oweSecondFactor(work, id, wish ?? scopesOfRole[role]);
      return { ...owed, methods: owed.methods.filter((method) => method !== 'webauthn') };
    }
    // Enrolment is the portal's: a token that opens nothing else would only be lost.
    if (needsSecondFactor(role)) throw refuseAndCommit('mfa_enrolment_required');
    return openApiSession(work, { id, role, scopes: chosenOfRole(role, wish), secondFactor: null });
  },
});
