import { z } from 'zod';
import { listLiveSessions, secondFactorKinds } from '#db/queries/sessions';
import { placeOf } from '#lib/platform/place';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** S9: where the account is signed in. `device` is null where the client does not say what it is. */
export const listSessions = defineOperation({
  name: 'sessions.list',
  kind: 'query',
  rest: 'GET /users/me/sessions',
  summary: 'Where you are signed in',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        device: z.string().nullable(),
        ip: z.string().nullable(),
        /** Country and city of the address, where the operator supplies a file of places. */
        place: z.string().nullable(),
        created_at: z.iso.datetime(),
        last_activity: z.iso.datetime(),
        /** What was shown last beside the password, or instead of it; null: the password alone. */
        second_factor: z.enum(secondFactorKinds).nullable(),
        current: z.boolean(),
      }),
    ),
  }),
  errors: [],
  audit: { event: 'LIST_SESSIONS', resource: 'session' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000003',
          device: 'Firefox · Linux',
          ip: '192.0.2.1',
          place: null,
          created_at: '2026-01-05T09:00:00Z',
          last_activity: '2026-01-05T09:12:00Z',
          second_factor: 'totp',
          current: true,
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx, actor }) {
    const rows = await listLiveSessions(tx);
    return {
      items: rows.map((row) => ({
        id: row.id,
        device: row.device || null,
        ip: row.ip_address,
        place: placeOf(row.ip_address),
        created_at: row.created_at.toString(),
        last_activity: row.last_activity_at.toString(),
        second_factor: row.second_factor,
        current: row.id === actor.session_id,
      })),
    };
  },
});
