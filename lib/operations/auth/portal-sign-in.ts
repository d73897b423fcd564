import { z } from 'zod';
import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { isTrusted, mayTrustDevices } from '#lib/auth/trusted-device';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleSecondFactor, secondFactorRequired, sessionTicket } from './answers';
import { authBodyLimitBytes, credentials, opaqueToken } from './credentials';
import { oweSecondFactor, passPassword, passwordStep } from './password-step';

/** Sign-in at the portal: the ticket for a session, or the demand for a second factor. */
export const portalSignIn = defineOperation({
  name: 'auth.portal-sign-in',
  kind: 'command',
  rest: 'POST /auth/portal/sign-in',
  summary: 'Sign in to the portal with e-mail and password',
  public: true,
  input: credentials.extend({ device_key: opaqueToken.optional() }),
  output: z.union([
    sessionTicket,
    secondFactorRequired.extend({
      /** Whether `trust_device` has an effect in the second step. */
      may_trust_device: z.boolean(),
    }),
  ]),
  errors: ['invalid_credentials'],
  audit: { event: 'LOGIN_TICKET_ISSUED', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { email: 'elsa.vargas@example.org', password: 'Correct-Horse7!' },
    output: { ...exampleSecondFactor, may_trust_device: true },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: passwordStep.throttle,
  prepare: passwordStep.prepare,
  subject: theClinic,

  async handle(work) {
    const { user_id: userId, role, has_confirmed_factor } = await passPassword(work);
    const { tx, now, input, request } = work;
    const browser = { userId, role, deviceKey: input.device_key, userAgent: request.userAgent };
    if (has_confirmed_factor && !(await isTrusted(tx, browser)))
      return { ...(await oweSecondFactor(work, userId)), may_trust_device: mayTrustDevices(role) };
    return { ticket: await issuePortalTicket(tx, { userId, secondFactor: null, now }) };
  },
});
