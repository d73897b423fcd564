import { z } from 'zod';
import { become } from '#db/client';
import { findLogin } from '#db/queries/sign-in';
import { insertNobodysTicket } from '#db/queries/single-use-tickets';
import { ofReset } from '#lib/auth/throttle-keys';
import { issueTicket } from '#lib/auth/ticket';
import { blindIndex } from '#lib/crypto/blind-index';
import { emailAddress } from '#lib/domain/email';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { newId } from '#lib/platform/ids';
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
    const login = await findLogin(tx, blindIndex('email', email));
    const mail = { to: email, locale: null };
    if (login?.is_verified && !login.is_disabled && login.password_hash !== null) {
      const userId = login.user_id;
      audit({ user_id: userId, resource_id: userId });
      await become(tx, userId);
      const { token } = await issueTicket(tx, { userId, purpose: 'password_reset', assurance: 'aal1', now });
      await enqueueMail(tx, { ...mail, template: 'password_reset', params: { token } }, now);
    } else {
      const nobody = newId('users');
      await become(tx, nobody);
      await insertNobodysTicket(tx, nobody);
      await enqueueMail(tx, { ...mail, template: 'no_password_reset', params: {} }, now);
    }
    return { status: 'mail_sent' as const };
  },
});
