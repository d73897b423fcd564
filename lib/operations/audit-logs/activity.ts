import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { countAuditHours } from '#db/queries/audit-trail';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { auditFilterInput, auditFilterOf, loggedFilters } from './filters';

const hourCount = 24;

/** How much happened in each of the 24 hours up to now, or up to the end of what was asked for. */
export const countAuditActivity = defineOperation({
  name: 'audit-logs.activity',
  kind: 'query',
  rest: 'GET /admin/audit-logs/activity',
  summary: 'The audit log by hour',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject(auditFilterInput),
  output: z.strictObject({
    hours: z.array(z.strictObject({ starts_at: z.iso.datetime(), allowed: z.int(), denied: z.int() })),
  }),
  errors: [],
  audit: { event: 'COUNT_AUDIT_LOG', resource: 'audit_log', details: loggedFilters },
  example: {
    input: { action: 'VIEW_RECORD' },
    output: { hours: [{ starts_at: '2026-01-05T09:00:00Z', allowed: 3, denied: 1 }] },
  },
  subject: theClinic,

  async handle({ tx, now, input }) {
    const hours = hoursUntil(input.to && isBefore(input.to, now) ? input.to : now);
    const filter = auditFilterOf(input);
    const [first] = hours;
    const rows = await countAuditHours(tx, { ...filter, from: later(filter.from, first ?? null) });
    const found = new Map(rows.map((row) => [row.starts_at.epochMilliseconds, row]));
    return {
      hours: hours.map((hour) => {
        const { allowed = 0, denied = 0 } = found.get(hour.epochMilliseconds) ?? {};
        return { starts_at: hour.toString(), allowed, denied };
      }),
    };
  },
});

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) =>
  one.epochNanoseconds < other.epochNanoseconds;

/** The beginnings of the hours, oldest first; the last one holds the moment before `end`. */
function hoursUntil(end: Temporal.Instant): Temporal.Instant[] {
  const last = end.subtract({ nanoseconds: 1 }).round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return Array.from({ length: hourCount }, (_, index) => last.subtract({ hours: hourCount - 1 - index }));
}

function later(one: Temporal.Instant | null, other: Temporal.Instant | null): Temporal.Instant | null {
  if (!one || !other) return one ?? other;
  return isBefore(one, other) ? other : one;
}
