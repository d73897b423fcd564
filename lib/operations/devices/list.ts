import { z } from 'zod';
import { listDevices } from '#db/queries/user-devices';
import { placeOf } from '#lib/platform/place';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** S44: the browsers and clients that the account was used with. A device has sessions, or had; it is none. */
export const listOwnDevices = defineOperation({
  name: 'devices.list',
  kind: 'query',
  rest: 'GET /users/me/devices',
  summary: 'Your devices',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        /** Null where it does not say what it is. */
        device: z.string().nullable(),
        ip: z.string().nullable(),
        /** Country and city of the address, where the operator supplies a file of places. */
        place: z.string().nullable(),
        first_seen_at: z.iso.datetime(),
        last_seen_at: z.iso.datetime(),
        /** Until when signing in there asks a patient for no second factor. */
        trusted_until: z.iso.datetime().nullable(),
        sessions: z.int(),
        current: z.boolean(),
      }),
    ),
  }),
  errors: [],
  audit: { event: 'LIST_DEVICES', resource: 'device' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000007',
          device: 'Firefox · Linux',
          ip: '192.0.2.1',
          place: null,
          first_seen_at: '2026-01-05T09:00:00Z',
          last_seen_at: '2026-01-05T09:12:00Z',
          trusted_until: null,
          sessions: 1,
          current: true,
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx, actor }) {
    const rows = await listDevices(tx, actor.session_id);
    return {
      items: rows.map(({ name, ip_address, first_seen_at, last_seen_at, trusted_until, ...row }) => ({
        ...row,
        device: name || null,
        ip: ip_address,
        place: placeOf(ip_address),
        first_seen_at: first_seen_at.toString(),
        last_seen_at: last_seen_at.toString(),
        trusted_until: trusted_until?.toString() ?? null,
      })),
    };
  },
});
