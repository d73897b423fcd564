import { z } from 'zod';
import { findLogin } from '#db/queries/sign-in';
import { markTicketsVoid } from '#db/queries/single-use-tickets';
import { lockOwnUser } from '#db/queries/users';
import { ofEmailChange } from '#lib/auth/throttle-keys';
import { issueTicket } from '#lib/auth/ticket';
import { blindIndex } from '#lib/crypto/blind-index';
import { emailAddress } from '#lib/domain/email';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { ownRows } from '#lib/policy/subject';
import { authBodyLimitBytes } from '../auth/credentials';
import { defineOperation } from '../define';
import { spend } from '../kernel/throttle';
import { tellOwner } from './tell-owner';
import { writeWish } from './wished-address';

/**
 * A wish for another address: it has to be proven by a mailed link, and the present one is warned. Answer and work are
 * the same where the new address has an account, whose owner is told instead.
 */
export const changeEmail = defineOperation({
  name: 'users.change-email',
  kind: 'command',
  rest: 'POST /users/me/email',
  successStatus: 202,
  summary: 'Ask to use another e-mail address',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({ email: emailAddress }),
  output: z.strictObject({ status: z.literal('verification_sent') }),
  errors: [],
  audit: { event: 'REQUEST_EMAIL_CHANGE', resource: 'user' },
  example: {
    input: { email: 'elsa.new@example.org' },
    output: { status: 'verification_sent' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  prepare: ({ actor, clock }) => spend(ofEmailChange(actor.user_id), clock.now()),
  subject: ownRows,

  async handle({ tx, actor, now, input: { email }, audit }) {
    const userId = actor.user_id;
    audit({ resource_id: userId });
    const user = await lockOwnUser(tx);
    const known = await findLogin(tx, blindIndex('email', email));
    await markTicketsVoid(tx, ['email_change']);
    const wish = {
      userId,
      purpose: 'email_change',
      assurance: actor.assurance,
      payload: writeWish({ email, session_id: actor.session_id }),
      now,
    } as const;
    const { token, expiresAt } = await issueTicket(tx, wish);
    const hours = Math.round(expiresAt.since(now).total('hours'));
    const mail = { to: email, locale: user?.locale ?? null };
    const proof = {
      ...mail,
      template: 'confirm_email',
      params: { token, hours },
    } as const;
    await enqueueMail(tx, known ? { ...mail, template: 'email_taken', params: {} } : proof, now);
    await tellOwner(tx, { template: 'email_change_requested', params: {} }, now);
    return { status: 'verification_sent' as const };
  },
});
