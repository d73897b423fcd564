import { z } from 'zod';
import { issueResetTicket } from '#lib/auth/reset-ticket';
import { ofReset } from '#lib/auth/throttle-keys';
import { emailAddress } from '#lib/domain/email';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes } from '../auth/credentials';
import { defineOperation } from '../define';

/**
 * Whoever forgot their password is mailed a link. Answer, work and time are the same for every address (OWASP Forgot
 * Password Cheat Sheet); an address without an account that could have a new password is told so by mail.
 */
export const forgotPassword = defineOperation({
  name: 'passwords.forgot',
  kind: 'command',
  rest: 'POST /auth/password/forgot',
  successStatus: 202,
  summary: 'Ask for a link to set a new password',
  public: true,
  input: z.strictObject({ email: emailAddress }),
  output: z.strictObject({ status: z.literal('mail_sent') }),
  errors: [],
  audit: { event: 'REQUEST_PASSWORD_RESET', resource: 'user' },
  example: { input: { email: 'elsa.vargas@example.org' }, output: { status: 'mail_sent' } },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ input, request }) => ofReset(input.email, request.ip),
  subject: theClinic,

  async handle({ tx, now, input: { email }, audit }) {
    const ticket = await issueResetTicket(tx, email, now);
    if (ticket) audit({ user_id: ticket.userId, resource_id: ticket.userId });
    const mail = { to: email, locale: null };
    if (ticket) {
      const { token } = ticket;
      await enqueueMail(tx, { ...mail, template: 'password_reset', params: { token } }, now);
    } else await enqueueMail(tx, { ...mail, template: 'no_password_reset', params: {} }, now);
    return { status: 'mail_sent' as const };
  },
});
