import type { Mutation } from './mutation';

const waiting = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/waiting-list/${name}.test.ts`);
const rows = ['tests/rls/waiting-list.test.ts'];
const tables = 'drizzle/0022_waiting_list.sql';
const answers = 'lib/operations/waiting-list/answer-offer.ts';
const rules = 'lib/domain/waiting-list.ts';

/** What stands between a time that became free and the wrong person, the wrong moment or two people. */
export const waitingMutations: readonly Mutation[] = [
  {
    name: 'offer somebody the same time twice',
    file: 'lib/operations/waiting-list/fitting-times.ts',
    find: '!asked.has(',
    replace: '!new Set().has(',
    ask: waiting('offer'),
  },
  {
    name: 'ask last who waits longest',
    file: 'db/queries/waiting-list.ts',
    find: 'order by e.created_at, e.id limit 5000',
    replace: 'order by e.created_at desc, e.id limit 5000',
    ask: waiting('offer'),
  },
  {
    name: 'keep an offered time past the last moment to book it',
    file: rules,
    find: 'starts.subtract({ minutes: leadMinutes })',
    replace: 'starts',
    ask: waiting('offer'),
  },
  {
    name: 'offer a later time than somebody has',
    file: rules,
    find: '(before === null || starts < before.epochMilliseconds)',
    replace: 'before !== undefined',
    ask: waiting('replace'),
  },
  {
    name: 'offer what the visit that it replaces can make no room for',
    file: rules,
    find: '  if (replaceableUntil) ends.push(replaceableUntil);\n',
    replace: '',
    ask: waiting('replace'),
  },
  {
    name: 'let an offer outlive its time',
    file: tables,
    find: 'w.outcome is null and w.expires_at <= app.now() for update',
    replace: 'false for update',
    ask: waiting('offer'),
  },
  {
    name: 'let an offer push out what its reader keeps while they book',
    file: 'lib/operations/appointments/write-visit.ts',
    find: 'if (visit.created_by) await deleteOwnHolds(tx);',
    replace: 'await deleteOwnHolds(tx);',
    ask: waiting('offer'),
  },
  {
    name: 'keep a time that was declined',
    file: answers,
    find: "  await markOfferEnded(tx, open.id, 'declined');\n  await deleteOfferedHold(tx, open.appointment_id);\n",
    replace: "  await markOfferEnded(tx, open.id, 'declined');\n",
    ask: waiting('offer'),
  },
  {
    name: 'leave the visit that was to be replaced',
    file: answers,
    find: '  if (replaced) await cancelReplaced(tx, replaced, by);\n',
    replace: '',
    ask: waiting('replace'),
  },
  {
    name: 'replace a visit that can be cancelled no longer',
    file: answers,
    find: "  if (cancelRefusal(row, sideOf(row.relation), now)) throw new OperationError('conflict');\n",
    replace: '',
    ask: waiting('replace'),
  },
  {
    name: 'book with a doctor who is away by now',
    file: 'lib/operations/appointments/write-visit.ts',
    find: '  await assertVisitFree(tx, visit, { except: id, hadBefore: true });\n',
    replace: '',
    ask: waiting('answer'),
  },
  {
    name: 'let the link of an offer outlive it',
    file: 'lib/auth/offer-link.ts',
    find: 'expiresAt: offer.expires_at }',
    replace: 'expiresAt: offer.expires_at.add({ hours: 1 }) }',
    ask: waiting('link'),
  },
  {
    name: 'let one entry have two offers',
    file: tables,
    find: 'CREATE UNIQUE INDEX "waiting_list_offers_open"',
    replace: 'CREATE INDEX "waiting_list_offers_open"',
    ask: rows,
  },
  {
    name: 'show what is kept to everybody who sees the patient’s visits',
    file: tables,
    find: 'created_by is null and $p$ || visits ||',
    replace: 'created_by is null $p$ ||',
    ask: rows,
  },
  {
    name: 'let anybody keep a time in nobody’s name',
    file: tables,
    find: 'created_by is null and $p$ || job ||',
    replace: 'created_by is null $p$ ||',
    ask: rows,
  },
  {
    name: 'show who waits for one doctor to another who treats them',
    file: tables,
    find: 'or app.waits_for_me(doctor_id, clinic_id, speciality, service_id))$p$, null)',
    replace: 'or app.treats(patient_id))$p$, null)',
    ask: rows,
  },
  {
    name: 'look with nobody’s eyes where another than who joined books for the patient',
    file: 'drizzle/0027_one_visit_a_room.sql',
    find: "and u.role <> 'admin'",
    replace: "and u.role <> 'admin' and u.id in (e.created_by)",
    ask: ['tests/operations/waiting-list/answer.test.ts'],
  },
];
