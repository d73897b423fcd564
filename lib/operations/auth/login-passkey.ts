import { z } from 'zod';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { assertionResponse, exampleAssertion } from '../passkeys/credential-json';
import { preparePasskey } from '../passkeys/pass-passkey';
import { passPasskeySignIn } from '../passkeys/passkey-sign-in';
import { exampleTokenPair, tokenPair } from './answers';
import { openApiSession } from './api-session';
import { authBodyLimitBytes } from './credentials';
import { chosenOfRole, scopeWish } from './scope-wish';

/** Sign-in over the API with a passkey alone. */
export const loginPasskey = defineOperation({
  name: 'auth.login-passkey',
  kind: 'command',
  rest: 'POST /auth/passkeys',
  summary: 'Sign in with a passkey',
  public: true,
  input: z.strictObject({ response: assertionResponse, scope: scopeWish.optional() }),
  output: tokenPair,
  errors: ['invalid_passkey'],
  audit: { event: 'LOGIN', refused: 'LOGIN_FAILED', resource: 'user' },
  example: { input: { response: exampleAssertion }, output: exampleTokenPair },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: preparePasskey,
  subject: theClinic,

  async handle(work) {
    const { id, role } = await passPasskeySignIn(work);
    const scopes = chosenOfRole(role, work.input.scope);
    return openApiSession(work, { id, role, scopes, secondFactor: 'webauthn' });
  },
});
