import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { markOwnDeletionUndone } from '#db/queries/users';
import { fromPlace } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket } from '#lib/auth/ticket';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { tellOwner } from './tell-owner';

const undoDays = 30;

const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/** The mailed token opens a closed account again, once. It signs nobody in, and cancelled visits stay cancelled. */
export const undoDeletion = defineOperation({
  name: 'users.undo-deletion',
  kind: 'command',
  rest: 'POST /auth/undo-deletion',
  successStatus: 204,
  summary: 'Open your closed account again',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'UNDO_DELETION', resource: 'user' },
  example: { input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('account_link', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const ticket = await presentTicket(tx, input.token, 'undo_deletion');
    if (!ticket || !isUsable(ticket, now)) throw invalidToken();
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
    await markTicketUsed(tx, ticket.id);
    // An account that was made with the same address meanwhile keeps it.
    if (!(await markOwnDeletionUndone(tx, undoDays))) throw invalidToken();
    await tellOwner(tx, { template: 'account_restored', params: {} }, now);
  },
});
