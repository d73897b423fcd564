import { z } from 'zod';
import { listConfirmedFactors } from '#db/queries/factors';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** What answers for the actor beside the password. Secrets are shown once, at setup, and never here. */
export const listFactors = defineOperation({
  name: 'factors.list',
  kind: 'query',
  rest: 'GET /users/me/factors',
  summary: 'Your second factors',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(['totp', 'sms', 'webauthn']),
        confirmed_at: z.iso.datetime(),
      }),
    ),
  }),
  errors: [],
  audit: { event: 'LIST_FACTORS', resource: 'factor' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000004',
          kind: 'totp',
          confirmed_at: '2026-01-05T09:00:00Z',
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx }) {
    const rows = await listConfirmedFactors(tx);
    return {
      items: rows.map(({ id, kind, confirmed_at }) => ({ id, kind, confirmed_at: confirmed_at.toString() })),
    };
  },
});
