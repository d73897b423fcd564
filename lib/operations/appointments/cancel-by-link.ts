import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { fromPlace } from '#lib/auth/throttle-keys';
import { cancelRefusal } from '#lib/domain/visit-rules';
import { OperationError } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { sideOf } from './appointment-rights';
import { changeVisit } from './change-visit';
import { holdLinkedVisit } from './linked-visit';

/** The mailed link calls off the one visit that it was sent about, and can do nothing else: it signs nobody in. */
export const cancelVisitByLink = defineOperation({
  name: 'appointments.cancel-by-link',
  kind: 'command',
  rest: 'POST /appointments/links/cancel',
  successStatus: 204,
  summary: 'Cancel a visit by its mailed link',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: ['conflict'],
  audit: { event: 'CANCEL_APPOINTMENT', resource: 'appointment' },
  example: { input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('visit_link', request.ip)],
  subject: theClinic,

  async handle(work) {
    const { tx, now, input, audit } = work;
    const { ticket, row } = await holdLinkedVisit(work, input.token);
    if (cancelRefusal(row, sideOf(row.relation), now)) throw new OperationError('conflict');
    audit({ additional_info: { version: row.version + 1 } });
    const change = { ...row, status: 'cancelled' as const, notes: undefined };
    await changeVisit(tx, row, change, { actor: ticket, now });
    await markTicketUsed(tx, ticket.id);
  },
});
