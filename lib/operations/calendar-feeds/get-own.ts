import { z } from 'zod';
import { findOwnCalendarFeed } from '#db/queries/calendar-feeds';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** Whether a calendar may read the actor's visits. The address itself was shown once. */
export const getOwnCalendarFeed = defineOperation({
  name: 'calendar-feeds.get-own',
  kind: 'query',
  rest: 'GET /users/me/calendar-feed',
  summary: 'Your calendar address',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ feed: z.strictObject({ created_at: z.iso.datetime() }).nullable() }),
  errors: [],
  audit: { event: 'VIEW_CALENDAR_FEED', resource: 'user' },
  example: { input: {}, output: { feed: { created_at: '2026-01-05T09:00:00Z' } } },
  subject: ownRows,

  async handle({ tx }) {
    const row = await findOwnCalendarFeed(tx);
    return { feed: row && { created_at: row.created_at.toString() } };
  },
});
