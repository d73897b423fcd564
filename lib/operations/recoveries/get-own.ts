import { z } from 'zod';
import { findOwnRecovery } from '#db/queries/recoveries';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** Whether somebody has asked for a way into the actor's own account, and until when they can object. */
export const getOwnRecovery = defineOperation({
  name: 'recoveries.get-own',
  kind: 'query',
  rest: 'GET /users/me/recovery',
  summary: 'A recovery of your account that was asked for',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    recovery: z
      .strictObject({
        status: z.enum(['requested', 'approved']),
        created_at: z.iso.datetime(),
        not_before: z.iso.datetime().nullable(),
      })
      .nullable(),
  }),
  errors: [],
  audit: { event: 'VIEW_OWN_RECOVERY', resource: 'approval' },
  example: {
    input: {},
    output: {
      recovery: {
        status: 'approved',
        created_at: '2026-01-05T09:00:00Z',
        not_before: '2026-01-06T09:30:00Z',
      },
    },
  },
  subject: ownRows,

  async handle({ tx }) {
    const row = await findOwnRecovery(tx);
    if (row?.status !== 'requested' && row?.status !== 'approved') return { recovery: null };
    const { status, created_at, not_before } = row;
    return {
      recovery: {
        status,
        created_at: created_at.toString(),
        not_before: not_before?.toString() ?? null,
      },
    };
  },
});
