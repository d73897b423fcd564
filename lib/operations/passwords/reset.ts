import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { findOwnSignIn } from '#db/queries/users';
import { readOwnPassword, replacePassword } from '#lib/auth/own-password';
import { endStandingLinks } from '#lib/auth/standing-links';
import { forgive } from '#lib/auth/throttle';
import { fromPlace, ofPassword } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket, usableTicketOwner } from '#lib/auth/ticket';
import { vetPassword } from '#lib/auth/vet-password';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { newPassword } from '../auth/new-password';
import { defineOperation } from '../define';
import { tellOwner } from '../users/tell-owner';

const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/**
 * The mailed token sets a new password, once, and signs nobody in: the next sign-in asks for the second factor as
 * before (OWASP ASVS 5, 6.4.3). Every session ends, and what works without one: somebody else may have been in the account.
 */
export const resetPassword = defineOperation({
  name: 'passwords.reset',
  kind: 'command',
  rest: 'POST /auth/password/reset',
  successStatus: 204,
  summary: 'Set a new password with a mailed token',
  public: true,
  input: z.strictObject({ token: opaqueToken, new_password: newPassword }),
  output: z.void(),
  errors: [],
  audit: { event: 'RESET_PASSWORD', resource: 'user' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y', new_password: 'Quiet-River-17!' },
    output: undefined,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('reset_password', request.ip)],

  async prepare({ input: { token, new_password: password }, request, clock }) {
    const moment = { now: clock.now(), requestId: request.requestId };
    const owner = await usableTicketOwner(token, 'password_reset', moment);
    const own = owner && (await readOwnPassword(owner, moment));
    // Nobody's token costs no hash: 256 random bits are not guessed by how long it takes.
    if (!own) throw invalidToken();
    const { email, earlier } = own;
    return { own, password: await vetPassword({ password, field: 'new_password', email, earlier }) };
  },
  subject: theClinic,

  async handle({ tx, now, input, prepared, request, audit }) {
    const ticket = await presentTicket(tx, input.token, 'password_reset');
    if (!ticket || !isUsable(ticket, now)) throw invalidToken();
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
    const account = await findOwnSignIn(tx);
    await markTicketUsed(tx, ticket.id);
    const replaced = account?.may_sign_in && (await replacePassword(tx, { ...prepared, kept: null, now }));
    if (!replaced) throw invalidToken();
    await endStandingLinks(tx);
    await forgive(tx, ofPassword(prepared.own.email, request.ip));
    await tellOwner(tx, { template: 'password_changed', params: {} }, now);
  },
});
