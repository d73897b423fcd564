import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { fromPlace } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket, ticketPayload } from '#lib/auth/ticket';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { stopOwnRecovery } from './stop';

const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/** The mailed link stops the one recovery that it was sent about, and can do nothing else: it signs nobody in. */
export const objectByLink = defineOperation({
  name: 'recoveries.object-by-link',
  kind: 'command',
  rest: 'POST /auth/recovery/objection',
  successStatus: 204,
  summary: 'Stop a recovery of your account without signing in',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'OBJECT_TO_RECOVERY', resource: 'approval' },
  example: { input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('account_link', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const ticket = await presentTicket(tx, input.token, 'recovery_objection');
    const about = ticket && isUsable(ticket, now) ? ticketPayload(ticket) : null;
    if (!ticket || about === null) throw invalidToken();
    audit({ user_id: ticket.user_id });
    const stopped = await stopOwnRecovery(tx, now, about);
    if (!stopped) throw invalidToken();
    audit({ resource_id: stopped });
    await markTicketUsed(tx, ticket.id);
  },
});
