import { z } from 'zod';
import { markVisitConfirmed } from '#db/queries/confirmed-visits';
import { fromPlace } from '#lib/auth/throttle-keys';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { holdLinkedVisit } from './linked-visit';

/**
 * By the mailed link its owner says that they will come. It may be said again and uses nothing up: whoever then cannot
 * come after all moves or cancels by the same link.
 */
export const confirmVisitByLink = defineOperation({
  name: 'appointments.confirm-by-link',
  kind: 'command',
  rest: 'POST /appointments/links/confirm',
  successStatus: 204,
  summary: 'Confirm a visit by its mailed link',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'CONFIRM_APPOINTMENT', resource: 'appointment' },
  example: { input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('visit_link', request.ip)],
  subject: theClinic,

  async handle(work) {
    const { row } = await holdLinkedVisit(work, work.input.token);
    await markVisitConfirmed(work.tx, row.id);
  },
});
