import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { queryFlag } from '#lib/domain/query-flag';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleSecondFactor, sessionTicket } from './answers';
import { authBodyLimitBytes } from './credentials';
import { passSecondFactor, prepareSecondFactor, secondFactorAnswer } from './second-factor-step';

/** The second half of a sign-in at the portal. */
export const portalSecondFactor = defineOperation({
  name: 'auth.portal-second-factor',
  kind: 'command',
  rest: 'POST /auth/portal/second-factor',
  summary: 'Finish signing in to the portal with a second factor',
  public: true,
  input: secondFactorAnswer.extend({ trust_device: queryFlag.default(false) }),
  output: sessionTicket,
  errors: ['invalid_code'],
  audit: { event: 'LOGIN_TICKET_ISSUED', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { mfa_token: exampleSecondFactor.mfa_token, method: 'totp', code: '287082' },
    output: { ticket: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: prepareSecondFactor,
  subject: theClinic,

  async handle(work) {
    const { id: userId } = await passSecondFactor(work);
    const { tx, now } = work;
    const { method, trust_device: trustDevice } = work.input;
    return { ticket: await issuePortalTicket(tx, { userId, secondFactor: method, trustDevice, now }) };
  },
});
