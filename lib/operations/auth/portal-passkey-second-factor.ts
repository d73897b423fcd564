import { z } from 'zod';
import { countTicketAttempt, markTicketUsed } from '#db/queries/single-use-tickets';
import { findOwnSignIn } from '#db/queries/users';
import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { isUsable, presentTicket } from '#lib/auth/ticket';
import { queryFlag } from '#lib/domain/query-flag';
import { OperationError } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { assertionResponse, exampleAssertion } from '../passkeys/credential-json';
import { passPasskey, preparePasskey } from '../passkeys/pass-passkey';
import { exampleSecondFactor, sessionTicket } from './answers';
import { authBodyLimitBytes, opaqueToken } from './credentials';

/**
 * The second half of a sign-in at the portal, by passkey or security key. The password has been proven, so a key that
 * somebody holds and touches is enough (NIST SP 800-63B, 3.1.6).
 */
export const portalPasskeySecondFactor = defineOperation({
  name: 'auth.portal-passkey-second-factor',
  kind: 'command',
  rest: 'POST /auth/portal/passkey-second-factor',
  summary: 'Finish signing in to the portal with a passkey',
  public: true,
  input: z.strictObject({
    mfa_token: opaqueToken,
    response: assertionResponse,
    trust_device: queryFlag.default(false),
  }),
  output: sessionTicket,
  errors: ['invalid_passkey'],
  audit: { event: 'LOGIN_TICKET_ISSUED', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { mfa_token: exampleSecondFactor.mfa_token, response: exampleAssertion },
    output: { ticket: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: preparePasskey,
  subject: theClinic,

  async handle(work) {
    const { tx, now, input, audit } = work;
    const ticket = await presentTicket(tx, input.mfa_token, 'second_factor');
    if (!ticket) throw new OperationError('invalid_passkey');
    const userId = ticket.user_id;
    audit({ user_id: userId, resource_id: userId });
    const account = await findOwnSignIn(tx);
    if (!isUsable(ticket, now) || !account?.may_sign_in) throw new OperationError('invalid_passkey');
    // Counted before the answer is looked at: a refusal is committed with it, a success spends the ticket anyhow.
    await countTicketAttempt(tx, ticket.id);
    await passPasskey(work, { purpose: 'second_factor', userId, sessionId: null, mustVerifyUser: false });
    await markTicketUsed(tx, ticket.id);
    const { trust_device: trustDevice } = input;
    return { ticket: await issuePortalTicket(tx, { userId, secondFactor: 'webauthn', trustDevice, now }) };
  },
});
