import type { Mutation } from './mutation';

const visits = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/appointments/${name}.test.ts`);
const feeds = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/calendar-feeds/${name}.test.ts`);
const written = ['tests/operations/notify/calendar-text.test.ts'];
const linked = 'lib/operations/appointments/linked-visit.ts';
const functions = 'drizzle/0020_visit_links.sql';

/** What stands between a visit and whoever holds, or guesses, a mailed link; and what leaves the house in mails and calendars. */
export const visitMailMutations: readonly Mutation[] = [
  {
    name: 'let a link live on when the visit was moved elsewhere',
    file: linked,
    find: ' && row.scheduled_at.toString() === meant.scheduled_at',
    replace: '',
    ask: visits('visit-link'),
  },
  {
    name: 'let a link act without looking again once the visit is held',
    file: linked,
    find: "if (held.status !== 'scheduled' || !held.scheduled_at.equals(row.scheduled_at)) throw invalidToken();",
    replace: '',
    ask: visits('visit-link'),
  },
  {
    name: 'let a link outlive what its reader may do',
    file: linked,
    find: "!stands || !relationMay(row.relation, 'write:appointments')",
    replace: '!stands',
    ask: visits('visit-link'),
  },
  {
    name: 'let a link outlive the account',
    file: 'db/client.ts',
    find: ' and u.disabled_at is null and u.deleted_at is null`;',
    replace: '`;',
    ask: visits('visit-link'),
  },
  {
    name: 'let a link work after the visit has begun',
    file: 'lib/auth/visit-link.ts',
    find: 'expiresAt: visit.scheduled_at }',
    replace: 'expiresAt: visit.scheduled_at.add({ hours: 1 }) }',
    ask: visits('visit-link'),
  },
  {
    name: 'forget the notice that a clinic asks for',
    file: 'lib/domain/visit-rules.ts',
    find: "isAfter(now, scheduled_at.subtract({ minutes })) ? 'too_late' : null",
    replace: 'null',
    ask: visits('visit-link'),
  },
  {
    name: 'tell of a visit that is over',
    file: 'lib/operations/appointments/tell-of-visit.ts',
    find: '  if (Temporal.Instant.compare(at, now) <= 0) return;\n',
    replace: '',
    ask: visits('visit-mail'),
  },
  {
    name: 'tell nobody of a visit that was moved',
    file: 'lib/operations/appointments/change-visit.ts',
    find: "await tell('moved')",
    replace: 'return',
    ask: visits('visit-mail'),
  },
  {
    name: 'tell the time of a visit by the clock of Greenwich',
    file: 'lib/notify/visit-time.ts',
    find: 'formatter(locale, zone)',
    replace: "formatter(locale, 'UTC')",
    ask: visits('visit-mail'),
  },
  {
    name: 'tell carers although the patient reads their own mail',
    file: 'drizzle/0021_reminders.sql',
    find: '            and not exists (select from own)',
    replace: '',
    ask: visits('visit-mail'),
  },
  {
    name: 'tell those who look after records alone',
    file: 'drizzle/0021_reminders.sql',
    find: "c.kind = 'carer' and c.scope in ('appointments', 'chart_and_appointments')\n            and c.valid_from",
    replace: "c.kind = 'carer'\n            and c.valid_from",
    ask: visits('visit-mail'),
  },
  {
    name: 'let a carriage return of a clinic’s name into a calendar',
    file: 'lib/notify/calendar-text.ts',
    find: "oneLine([clinic_name, clinic_address].filter(Boolean).join(', '))",
    replace: "[clinic_name, clinic_address].filter(Boolean).join(', ')",
    ask: written,
  },
  {
    name: 'leave what was called off as it was in calendars',
    file: 'lib/notify/calendar-text.ts',
    find: "statusOf(visit.status) === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'",
    replace: "'CONFIRMED'",
    ask: [...written, ...feeds('feed')],
  },
  {
    name: 'let an ended calendar address be read',
    file: functions,
    find: 'f.token_hash = p_token_hash and f.revoked_at is null',
    replace: 'f.token_hash = p_token_hash',
    ask: feeds('feed'),
  },
  {
    name: 'put held times into calendars',
    file: 'db/queries/calendar-feeds.ts',
    find: " and a.status <> 'held'",
    replace: '',
    ask: feeds('feed'),
  },
];
