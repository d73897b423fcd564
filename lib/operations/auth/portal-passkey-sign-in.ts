import { z } from 'zod';
import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { assertionResponse, exampleAssertion } from '../passkeys/credential-json';
import { preparePasskey } from '../passkeys/pass-passkey';
import { passPasskeySignIn } from '../passkeys/passkey-sign-in';
import { sessionTicket } from './answers';
import { authBodyLimitBytes } from './credentials';

/** Sign-in at the portal with a passkey alone. */
export const portalPasskeySignIn = defineOperation({
  name: 'auth.portal-passkey-sign-in',
  kind: 'command',
  rest: 'POST /auth/portal/passkey',
  summary: 'Sign in to the portal with a passkey',
  public: true,
  input: z.strictObject({ response: assertionResponse }),
  output: sessionTicket,
  errors: ['invalid_passkey'],
  audit: { event: 'LOGIN_TICKET_ISSUED', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { response: exampleAssertion },
    output: { ticket: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: preparePasskey,
  subject: theClinic,

  async handle(work) {
    const { id: userId } = await passPasskeySignIn(work);
    const { tx, now } = work;
    return { ticket: await issuePortalTicket(tx, { userId, secondFactor: 'webauthn', now }) };
  },
});
