import { z } from 'zod';
import { markTicketUsed } from '#db/queries/single-use-tickets';
import { fromPlace } from '#lib/auth/throttle-keys';
import { momentInput } from '#lib/domain/moment-input';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { busy } from './busy';
import { changeVisit } from './change-visit';
import { holdLinkedVisit } from './linked-visit';
import { newTime } from './visit-change';

/** The mailed link moves the one visit that it was sent about to another offered time of the same doctor, once. */
export const moveVisitByLink = defineOperation({
  name: 'appointments.move-by-link',
  kind: 'command',
  rest: 'POST /appointments/links/move',
  successStatus: 204,
  summary: 'Move a visit by its mailed link',
  public: true,
  input: z.strictObject({ token: opaqueToken, scheduled_at: momentInput }),
  output: z.void(),
  errors: ['conflict', 'slot_taken'],
  constraints: busy,
  audit: { event: 'UPDATE_APPOINTMENT', resource: 'appointment', details: ['scheduled_at'] },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y', scheduled_at: '2026-01-12T09:00:00Z' },
    output: undefined,
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('visit_link', request.ip)],
  subject: theClinic,

  async handle(work) {
    const { tx, now, input, audit } = work;
    const { ticket, row } = await holdLinkedVisit(work, input.token);
    const time = await newTime(tx, row, input.scheduled_at, now);
    audit({ additional_info: { version: row.version + 1, fields: 'scheduled_at' } });
    const change = { ...time, status: row.status, notes: undefined };
    await changeVisit(tx, row, change, { actor: ticket, now });
    await markTicketUsed(tx, ticket.id);
  },
});
