import { z } from 'zod';
import { listCalendarVisits } from '#db/queries/calendar-feeds';
import { presentCalendarFeed } from '#lib/auth/calendar-feed';
import { fromPlace } from '#lib/auth/throttle-keys';
import { OperationError } from '#lib/errors/operation-error';
import { calendarText } from '#lib/notify/calendar-text';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';

/** Long enough for a calendar that was off for a while to learn what was called off. */
const daysBack = 30;
const mostVisits = 500;

/** What a calendar reads at its secret address: the owner's own visits to come and of the last 30 days. */
export const readCalendarFeed = defineOperation({
  name: 'calendar-feeds.read',
  kind: 'query',
  rest: 'POST /calendar-feeds/read',
  summary: 'The visits behind a calendar address',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.strictObject({ content: z.string() }),
  errors: ['not_found'],
  audit: { event: 'READ_CALENDAR_FEED', resource: 'user' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: { content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n' },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('calendar_feed', request.ip)],
  subject: theClinic,

  async handle({ tx, input, audit }) {
    const owner = await presentCalendarFeed(tx, input.token);
    if (!owner) throw new OperationError('not_found');
    audit({ user_id: owner, resource_id: owner });
    return { content: calendarText(await listCalendarVisits(tx, daysBack, mostVisits)) };
  },
});
