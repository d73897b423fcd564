import type { Mutation } from './mutation';

const days = ['tests/operations/appointments/visit-day.test.ts'];
const answers = ['tests/operations/visit-answers/answers.test.ts'];
const rules = 'lib/domain/visit-rules.ts';
const migration = 'drizzle/0023_questionnaires.sql';

/** What stands between the patient's side and what it says of a visit's day, joins, or answers before it. */
export const visitDayMutations: readonly Mutation[] = [
  {
    name: 'let somebody arrive long after the visit began',
    file: rules,
    find: "return isAfter(now, until) ? 'too_late' : null;",
    replace: 'return null;',
    ask: days,
  },
  {
    name: 'let the database take an arrival at any time',
    file: migration,
    find: "\n      and app.now() between old.scheduled_at - interval '60 minutes' and old.scheduled_at + interval '30 minutes'",
    replace: '',
    ask: days,
  },
  {
    name: 'let the database take what only staff say from the patient',
    file: migration,
    find: "else new.status = 'cancelled'",
    replace: 'else true',
    ask: days,
  },
  {
    name: 'let the patient take back what staff have said',
    file: rules,
    find: "if (by === 'patient' && !visit.is_arriver) return 'not_permitted';",
    replace: '',
    ask: days,
  },
  {
    name: 'let one of the patient’s side take back what another has said',
    file: 'db/queries/appointments.ts',
    find: ' and t.changed_by = app.user_id()',
    replace: '',
    ask: days,
  },
  {
    name: 'let a visit by video be joined before its time',
    file: rules,
    find: "if (isAfter(from, now)) return 'not_yet';\n  return isAfter(until, now)",
    replace: 'return isAfter(until, now)',
    ask: days,
  },
  {
    name: 'let a colleague join the visit of another',
    file: rules,
    find: "if (by === 'staff' && !visit.is_own) return 'not_permitted';",
    replace: '',
    ask: days,
  },
  {
    name: 'name the room by the visit',
    file: 'lib/operations/appointments/video-room.ts',
    find: "blindIndex('video_room', meeting).toString('base64url')",
    replace: 'meeting',
    ask: days,
  },
  {
    name: 'keep the room of a visit that was moved',
    file: 'lib/operations/appointments/video-room.ts',
    find: '[id, scheduled_at.toString()]',
    replace: '[id, typeof scheduled_at]',
    ask: days,
  },
  {
    name: 'show breaks on a day with hours of its own',
    file: 'lib/domain/availability/closed-times.ts',
    find: 'overrides.some(({ day }) => day === date) ? [] : ',
    replace: '',
    ask: ['tests/operations/hours/closed.test.ts'],
  },
  {
    name: 'let answers change after the visit has begun',
    file: rules,
    find: "if (visit.status === 'in_progress') return 'already_begun';",
    replace: "if (visit.status === 'in_progress') return null;",
    ask: answers,
  },
  {
    name: 'let the database take answers after the visit has begun',
    file: migration,
    find: "a.status in ('scheduled', 'arrived') and a.ends_at",
    replace: 'a.ends_at',
    ask: answers,
  },
  {
    name: 'let the database take answers in the name of the patient from anybody who sees the visit',
    file: migration,
    find: "and case answered_as when 'self' then patient_id = app.patient_id() else app.books_for(patient_id) end",
    replace: '',
    ask: answers,
  },
  {
    name: 'show answers to whoever is signed in',
    file: migration,
    find: 'exists (select from appointments a where a.id = appointment_id and a.patient_id = visit_answers.patient_id)\n  and exists (select from patient_keys k where k.patient_id = visit_answers.patient_id)',
    replace: "app.actor_kind() = 'user'",
    ask: answers,
  },
  {
    name: 'put answers under questions that were not read',
    file: 'lib/operations/visit-answers/write.ts',
    find: "if (asked.id !== input.questionnaire_id) throw new OperationError('stale_version');",
    replace: '',
    ask: answers,
  },
  {
    name: 'take what is no answer',
    file: 'lib/domain/questionnaires.ts',
    find: "known.includes(answer) ? null : 'unknown_answer'",
    replace: 'null',
    ask: answers,
  },
];
