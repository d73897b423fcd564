import { z } from 'zod';
import { insertCalendarFeed, markOwnCalendarFeedRevoked } from '#db/queries/calendar-feeds';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { newId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** A secret address for the actor's own calendar. The one before it works no longer; this one is shown once. */
export const makeCalendarFeed = defineOperation({
  name: 'calendar-feeds.make',
  kind: 'command',
  rest: 'POST /users/me/calendar-feed',
  successStatus: 201,
  summary: 'Make a calendar address',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ token: z.string() }),
  errors: [],
  audit: { event: 'MAKE_CALENDAR_FEED', resource: 'user' },
  example: { input: {}, output: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' } },
  subject: ownRows,

  async handle({ tx, actor, now }) {
    await markOwnCalendarFeedRevoked(tx);
    const token = randomToken();
    const row = { id: newId('calendar_feeds'), user_id: actor.user_id, token_hash: hashToken(token) };
    await insertCalendarFeed(tx, { ...row, created_at: now });
    return { token };
  },
});
