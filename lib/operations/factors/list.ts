import { z } from 'zod';
import { listConfirmedFactors } from '#db/queries/factors';
import { open } from '#lib/crypto/seal';
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
        /** What its owner calls it. */
        name: z.string().nullable(),
        confirmed_at: z.iso.datetime(),
        last_used_at: z.iso.datetime().nullable(),
        /** Of `webauthn`; null for the others. It proves who uses it, so it signs in without a password. */
        verifies_user: z.boolean().nullable(),
        /** Of `webauthn`: its maker keeps it in step on several devices. */
        backed_up: z.boolean().nullable(),
        /** Its counter went backwards: somebody may hold a copy. */
        flagged: z.boolean(),
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
          kind: 'webauthn',
          name: 'Blue key',
          confirmed_at: '2026-01-05T09:00:00Z',
          last_used_at: '2026-01-06T08:30:00Z',
          verifies_user: true,
          backed_up: false,
          flagged: false,
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx }) {
    const rows = await listConfirmedFactors(tx);
    return {
      items: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.name && open('factors.name', row.id, row.name),
        confirmed_at: row.confirmed_at.toString(),
        last_used_at: row.last_used_at?.toString() ?? null,
        verifies_user: row.verifies_user,
        backed_up: row.backed_up,
        flagged: row.flagged_at !== null,
      })),
    };
  },
});
