import type { Mutation } from './mutation';

const reminders = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/reminders/${name}.test.ts`);
const rules = 'lib/domain/reminders.ts';
const [first, functions] = ['drizzle/0021_reminders.sql', 'drizzle/0025_dropped_messages.sql'];

/** What keeps reminders from coming twice, at night, too late or of what is no more; and what they may say and do. */
export const reminderMutations: readonly Mutation[] = [
  {
    name: 'remind again of a time of which somebody was reminded',
    file: first,
    find: 'CREATE UNIQUE INDEX "visit_reminders_once"',
    replace: 'CREATE INDEX "visit_reminders_once"',
    ask: [...reminders('sweep'), 'tests/rls/reminders.test.ts'],
  },
  {
    name: 'send a message though its reminder was there before',
    file: 'lib/operations/reminders/write-reminder.ts',
    find: '  if (!isNew) return false;\n',
    replace: '',
    ask: reminders('sweep'),
  },
  {
    name: 'send a reminder of a visit that stands no longer',
    file: 'db/queries/outbox.ts',
    find: 'case when app.is_still_owed(id) then null else app.now() end',
    replace: 'null',
    ask: reminders('sweep'),
  },
  {
    name: 'send a reminder of the time that a visit had before it was moved',
    file: functions,
    find: ' or a.scheduled_at <> r.starts_at',
    replace: '',
    ask: reminders('sweep'),
  },
  {
    name: 'count a reminder as sent that never was',
    file: 'db/queries/outbox.ts',
    find: 'select app.forget_unsent_reminder(',
    replace: 'select (',
    ask: reminders('late'),
  },
  {
    name: 'say tomorrow on the day itself',
    file: rules,
    find: ' || isOn(startsAt, now.toZonedDateTimeISO(zone))',
    replace: '',
    ask: [...reminders('late'), 'tests/unit/domain/reminders.test.ts'],
  },
  {
    name: 'send words that were true yesterday',
    file: functions,
    find: ' or r.true_until <= app.now()',
    replace: '',
    ask: reminders('late'),
  },
  {
    name: 'give a mail up whose tries an outage has used up',
    file: 'lib/jobs/queue.ts',
    find: "  if (job?.state === 'failed') await boss.deleteJob(name, id);\n",
    replace: '',
    ask: ['tests/operations/notify/stranded.test.ts'],
  },
  {
    name: 'begin a mail anew that is still being tried',
    file: 'lib/jobs/queue.ts',
    find: "if (job?.state === 'failed') ",
    replace: '',
    ask: ['tests/operations/notify/stranded.test.ts'],
  },
  {
    name: 'remind at night of what was due before',
    file: rules,
    find: '  return !isQuiet(now, visit.zone, visit.quiet);',
    replace: '  return true;',
    ask: ['tests/unit/domain/reminders.test.ts'],
  },
  {
    name: 'remind of what had passed when the visit was booked',
    file: rules,
    find: '  if (!isBefore(visit.timedAt, agreedBefore)) return false;\n',
    replace: '',
    ask: [...reminders('sweep'), 'tests/unit/domain/reminders.test.ts'],
  },
  {
    name: 'count a day before a visit as 24 hours',
    file: rules,
    find: '  day: { days: 1 },',
    replace: '  day: { hours: 24 },',
    ask: ['tests/unit/domain/reminders.test.ts'],
  },
  {
    name: 'tell the time of a visit by the clinic’s clock',
    file: 'lib/operations/reminders/visit-facts.ts',
    find: 'visit.zone ?? visit.clinic_zone',
    replace: 'visit.clinic_zone',
    ask: reminders('sweep'),
  },
  {
    name: 'tell of a booking by the clinic’s clock',
    file: 'lib/operations/appointments/tell-of-visit.ts',
    find: 'reader.zone ?? visit.zone',
    replace: 'visit.zone',
    ask: reminders('sweep', 'settings'),
  },
  {
    name: 'keep a confirmation of a visit that was moved',
    file: first,
    find: '    new.confirmed_at := null;\n',
    replace: '',
    ask: reminders('link'),
  },
  {
    name: 'confirm by a link of the time before',
    file: 'lib/operations/appointments/linked-visit.ts',
    find: ' && row.scheduled_at.toString() === meant.scheduled_at',
    replace: '',
    ask: reminders('link'),
  },
  {
    name: 'text whoever has not asked for it',
    file: rules,
    find: '  text_kinds: [],',
    replace: '  text_kinds: reminderKinds,',
    ask: reminders('settings'),
  },
  {
    name: 'let a text name a doctor',
    file: 'lib/domain/reminder-text.ts',
    find: "!/[{}]/.test(text.replace(placeholders, ''))",
    replace: 'true',
    ask: ['tests/unit/domain/reminder-text.test.ts'],
  },
  {
    name: 'let a line break of a clinic’s name into the subject',
    file: 'lib/notify/reminder-words.ts',
    find: 'clinic: oneLine(clinic), link };\n  return {\n    subject: oneLine(fillReminder(words.subject, values)),',
    replace: 'clinic, link };\n  return {\n    subject: fillReminder(words.subject, values),',
    ask: reminders('texts'),
  },
  {
    name: 'say the same of a visit twice, minutes apart',
    file: 'lib/operations/reminders/due-reminders.ts',
    find: ' && !isSaidOtherwise(kind, channel)',
    replace: '',
    ask: reminders('late'),
  },
  {
    name: 'tell anybody whom to remind of what',
    file: functions,
    find: "if app.system_job() is distinct from 'reminders' then",
    replace: 'if false then',
    ask: ['tests/rls/reminders.test.ts'],
  },
];
