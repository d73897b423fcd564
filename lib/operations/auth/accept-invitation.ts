import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { acceptInvitation as openAccount } from '#lib/auth/invitation';
import { readOwnPassword } from '#lib/auth/own-password';
import { fromPlace } from '#lib/auth/throttle-keys';
import { isUsable, presentTicket, usableTicketOwner } from '#lib/auth/ticket';
import { vetPassword } from '#lib/auth/vet-password';
import { personName } from '#lib/domain/person';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { authBodyLimitBytes, opaqueToken } from './credentials';
import { newPassword } from './new-password';

const invalidToken = () => invalidField('token', 'invalid_token', 'This invitation was used or is too old');

/** Whoever was invited chooses their password, once. What they may do still waits for a second factor. */
export const acceptInvitation = defineOperation({
  name: 'auth.accept-invitation',
  kind: 'command',
  rest: 'POST /auth/invitation/accept',
  successStatus: 204,
  summary: 'Accept an invitation',
  public: true,
  input: z.strictObject({
    token: opaqueToken,
    password: newPassword,
    first_name: personName.optional(),
    last_name: personName.optional(),
  }),
  output: z.void(),
  errors: [],
  audit: { event: 'ACCEPT_INVITATION', resource: 'user' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y', password: 'Correct-Horse7!' },
    output: undefined,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('invitation', request.ip)],

  async prepare({ input: { token, password }, request, clock }) {
    const moment = { now: clock.now(), requestId: request.requestId };
    const owner = await usableTicketOwner(token, 'invitation', moment);
    const own = owner && (await readOwnPassword(owner, moment));
    // Nobody's token costs no hash, as of a reset.
    if (!own) throw invalidToken();
    return vetPassword({ password, field: 'password', email: own.email });
  },
  subject: theClinic,

  async handle({ tx, now, input, prepared: password, audit }) {
    const ticket = await presentTicket(tx, input.token, 'invitation');
    if (!ticket || !isUsable(ticket, now)) throw invalidToken();
    const { first_name: firstName = null, last_name: lastName = null } = input;
    const accepted = { userId: ticket.user_id, password, firstName, lastName, now };
    if (!(await openAccount(tx, accepted))) throw invalidToken();
    await markTicketUsed(tx, ticket.id);
    audit({ user_id: ticket.user_id, resource_id: ticket.user_id });
  },
});
