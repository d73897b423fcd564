import { z } from 'zod';
import { markOwnCalendarFeedRevoked } from '#db/queries/calendar-feeds';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** No calendar reads the actor's visits any more. */
export const revokeCalendarFeed = defineOperation({
  name: 'calendar-feeds.revoke',
  kind: 'command',
  rest: 'DELETE /users/me/calendar-feed',
  successStatus: 204,
  summary: 'End your calendar address',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.void(),
  errors: [],
  audit: { event: 'REVOKE_CALENDAR_FEED', resource: 'user' },
  example: { input: {}, output: undefined },
  subject: ownRows,
  handle: ({ tx }) => markOwnCalendarFeedRevoked(tx),
});
