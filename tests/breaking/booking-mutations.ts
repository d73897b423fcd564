import type { Mutation } from './mutation';

const overbook = ['tests/operations/appointments/overbook.test.ts'];
const move = ['tests/operations/appointments/move.test.ts'];
const undo = ['tests/operations/appointments/undo.test.ts'];
const room = ['tests/operations/appointments/staff-room.test.ts'];
const mode = ['tests/operations/appointments/mode.test.ts'];
const offer = ['tests/operations/waiting-list/offer.test.ts'];
const answer = ['tests/operations/waiting-list/answer.test.ts'];
const overbooking = 'lib/operations/appointments/overbook.ts';
const again = 'lib/operations/appointments/assert-still-free.ts';
const writing = 'lib/operations/appointments/write-visit.ts';
const agreed = 'lib/operations/appointments/agreed-time.ts';
const migration = 'drizzle/0027_one_visit_a_room.sql';

/** What keeps a doctor's time from being given twice, or given otherwise than was agreed on. */
export const bookingMutations: readonly Mutation[] = [
  {
    name: 'let a doctor fill the day of a colleague',
    file: overbooking,
    find: ' || doctor.id !== actor.practitioner_id',
    replace: '',
    ask: overbook,
  },
  {
    name: 'overbook a time at which nothing stands',
    file: writing,
    find: 'visit.overbooked && (await standsBeside(tx, { ...visit, patientId: chart.patient_id }))',
    replace: 'visit.overbooked',
    ask: overbook,
  },
  {
    name: 'take no leave for something to stand beside',
    file: 'lib/operations/appointments/assert-free.ts',
    find: "const ofDoctor = ['doctor', 'overbooked', 'absence'] as const;",
    replace: "const ofDoctor = ['doctor', 'overbooked'] as const;",
    ask: overbook,
  },
  {
    name: 'let what is moved stand beside others for good',
    file: 'lib/operations/appointments/visit-change.ts',
    find: 'overbooked: false };',
    replace: 'overbooked: row.overbooked };',
    ask: move,
  },
  {
    name: 'let a leave keep a visit from being taken back',
    file: again,
    find: "against: ['doctor', 'patient'],",
    replace: "against: ['doctor', 'patient', 'absence'],",
    ask: undo,
  },
  {
    name: 'let what stands beside a visit keep it from being taken back',
    file: migration,
    find: "case when overbooked then 'overbooked' else 'doctor' end",
    replace: "'doctor'",
    ask: undo,
  },
  {
    name: 'send whoever comes late into a room with others in it',
    file: again,
    find: 'return roomIfFree(tx, row.room_id, time, row.id);',
    replace: 'return row.room_id;',
    ask: room,
  },
  {
    name: 'let two who ask at once into one room',
    file: writing,
    find: 'isStaffs ? await roomIfFree(tx, time.room_id, time, null) : time.room_id',
    replace: 'time.room_id',
    ask: room,
  },
  {
    name: 'let two into a room where a doctor sees both at once',
    file: migration,
    find: "where (status not in ('cancelled', 'no_show') and room_id is not null);",
    replace: "where (status not in ('cancelled', 'no_show') and room_id is not null and not overbooked);",
    ask: room,
  },
  {
    name: 'let what stands beside a held time take it from its holder',
    file: writing,
    find: '{ except: id, hadBefore: true }',
    replace: '{ except: id }',
    ask: ['tests/operations/appointments/hold.test.ts'],
  },
  {
    name: 'let staff agree on video where there is no place for it',
    file: agreed,
    find: "mode === 'video' && !day?.hasVideo && !except",
    replace: 'false',
    ask: mode,
  },
  {
    name: 'spend a single day in the way of the weekday’s first hours',
    file: 'lib/operations/doctors/calendar-rows.ts',
    find: 'meant.length > 0 ? meant : [',
    replace: 'meant.length > 0 ? meant.slice(0, 1) : [',
    ask: mode,
  },
  {
    name: 'keep an unused room among a doctor’s hours',
    file: 'db/queries/own-hours.ts',
    find: ' and m.archived_at is null',
    replace: '',
    ask: room,
  },
  {
    name: 'forget how long an offered time is when staff book it',
    file: agreed,
    find: '(offered ? minutesOf(offered) : usualMinutes)',
    replace: 'usualMinutes',
    ask: mode,
  },
  {
    name: 'forget in which way an offered time is when staff book it',
    file: agreed,
    find: "offered ? modeOf(wish.mode, offered) : (wish.mode ?? 'in_person')",
    replace: "wish.mode ?? 'in_person'",
    ask: mode,
  },
  {
    name: 'let a single day be spent in any way',
    file: 'lib/operations/doctors/calendar-rows.ts',
    find: '[usual[0] ?? { in_person',
    replace: '[{ in_person',
    ask: mode,
  },
  {
    name: 'offer somebody who waits what they hold themself',
    file: migration,
    find: 'case when app.system_job() is null then app.user_id() end',
    replace: 'app.user_id()',
    ask: offer,
  },
  {
    name: 'give an offered time another length than was offered',
    file: 'lib/operations/waiting-list/answer-offer.ts',
    find: 'asAgreed: wishAsAgreed(offer),',
    replace: '',
    ask: answer,
  },
];
