import { z } from 'zod';
import { verifyIdToken } from '#lib/auth/id-token';
import { issuePortalTicket } from '#lib/auth/portal-ticket';
import { providerLogin } from '#lib/auth/provider-login';
import { actAsStaff } from '#lib/auth/sso-account';
import { fromPlace } from '#lib/auth/throttle-keys';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleSecondFactor, secondFactorRequired, sessionTicket } from './answers';
import { authBodyLimitBytes } from './credentials';
import { oweSecondFactor } from './password-step';

/**
 * Staff who have signed in at the clinic's identity provider. The e-mail that it has verified names an account that is
 * open already: none is made, and no patient's is opened.
 */
export const ssoSignIn = defineOperation({
  name: 'auth.sso-sign-in',
  kind: 'command',
  rest: 'POST /auth/portal/sso',
  summary: 'Sign in to the portal by the identity provider of the clinic',
  public: true,
  input: z.strictObject({
    /** Null where what came back from the provider does not belong to what this browser asked. */
    id_token: z.string().min(1).max(12_000).nullable(),
  }),
  output: z.union([sessionTicket, secondFactorRequired]),
  errors: ['invalid_credentials'],
  audit: { event: 'LOGIN_TICKET_ISSUED', refused: 'LOGIN_FAILED', resource: 'user' },
  example: {
    input: { id_token: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2ZXJhIn0.c2ln' },
    output: exampleSecondFactor,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('sso', request.ip)],
  prepare: async ({ input, clock }) =>
    input.id_token === null ? null : verifyIdToken(input.id_token, clock.now()),
  subject: theClinic,

  async handle(work) {
    const { tx, now, prepared: claims, audit } = work;
    const { account, proven } = await actAsStaff(tx, claims, audit);
    const { user_id: userId, has_confirmed_factor } = account;
    const { secondFactor, provenAt } = providerLogin(proven, now);
    if (secondFactor === null && has_confirmed_factor) return oweSecondFactor(work, userId);
    return { ticket: await issuePortalTicket(tx, { userId, secondFactor, provenAt, now }) };
  },
});
