import { z } from 'zod';
import { findOpenInvitation } from '#db/queries/carer-invitations';
import { fromPlace } from '#lib/auth/throttle-keys';
import { hashToken } from '#lib/crypto/tokens';
import { carerScopes } from '#lib/domain/care';
import { ownRows } from '#lib/policy/subject';
import { opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';

/**
 * What an invitation would open, for whoever is signed in with the address it was sent to; null for everybody else and
 * once it is used. The token comes in a body: addresses of requests are kept in logs. Whose record it is, is told to
 * nobody who has not accepted.
 */
export const getCarerInvitation = defineOperation({
  name: 'care-relationships.get-invitation',
  kind: 'query',
  rest: 'POST /care-relationships/invitations/look',
  summary: 'What an invitation would open',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({ token: opaqueToken }),
  output: z.strictObject({
    invitation: z
      .strictObject({ scope: z.enum(carerScopes), valid_until: z.iso.datetime().nullable() })
      .nullable(),
  }),
  errors: [],
  audit: { event: 'VIEW_CARER_INVITATION', resource: 'care_relationship' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: { invitation: { scope: 'chart', valid_until: null } },
  },
  throttle: ({ request }) => [fromPlace('account_link', request.ip)],
  subject: ownRows,

  async handle({ tx, actor, input }) {
    const row = await findOpenInvitation(tx, hashToken(input.token));
    if (!row || row.patient_id === actor.patient_id) return { invitation: null };
    return { invitation: { scope: row.scope, valid_until: row.valid_until?.toString() ?? null } };
  },
});
