import { z } from 'zod';
import { isSessionRevoked } from '#db/queries/sessions';
import { markTicketsVoid, markTicketUsed } from '#db/queries/single-use-tickets';
import { findOwnSignIn, markOwnEmail } from '#db/queries/users';
import { endStandingLinks } from '#lib/auth/standing-links';
import { fromPlace } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket, ticketPayload } from '#lib/auth/ticket';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { tellOwner } from './tell-owner';
import { readWish } from './wished-address';

const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/**
 * The mailed token moves the account to the new address, once, while the session that asked for it has not been ended:
 * what is done against a thief undoes the thief's wish too. Whoever has the old address is told.
 */
export const confirmEmail = defineOperation({
  name: 'users.confirm-email',
  kind: 'command',
  rest: 'POST /auth/email/confirm',
  successStatus: 204,
  summary: 'Prove that the new e-mail address is yours',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'CHANGE_EMAIL', resource: 'user' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: undefined,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('account_link', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const ticket = await presentTicket(tx, input.token, 'email_change');
    const payload = ticket && isUsable(ticket, now) ? ticketPayload(ticket) : null;
    if (!ticket || !payload || !(await findOwnSignIn(tx))?.may_sign_in) throw invalidToken();
    const { email: address, session_id: asker } = readWish(payload);
    if (await isSessionRevoked(tx, asker)) throw invalidToken();
    const { id, user_id: userId } = ticket;
    audit({ user_id: userId, resource_id: userId });
    await markTicketUsed(tx, id);
    // Written before the change: it goes to the address that is left behind.
    await tellOwner(tx, { template: 'email_changed', params: {} }, now);
    const email = seal('users.email', userId, address);
    const moved = await markOwnEmail(tx, {
      email,
      email_index: blindIndex('email', address),
    });
    // Somebody has made an account with it since: whoever asks learns no more than of an old link.
    if (!moved) throw invalidToken();
    // Whoever reads the old mailbox sets no new password, and no link in it does or shows anything any more.
    await markTicketsVoid(tx, ['password_reset']);
    await endStandingLinks(tx);
  },
});
