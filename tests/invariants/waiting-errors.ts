import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { answerOffer } from '#lib/operations/waiting-list/answer';
import { listWaits } from '#lib/operations/waiting-list/list';
import { configureEnv, env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { signIn } from '../factories/account';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { attempt } from './attempt';
import type { ExampleClinic } from './example-clinic';
import type { ReadyRun } from './performers';

type Ready = ReadyRun & { readonly clinic: ExampleClinic };
type Fields = Readonly<Record<string, unknown>>;

const again = async ({ clinic, operation, input, caller }: Ready) => {
  await attempt(operation, input, { caller, clock: clinic.clock });
  return input;
};
const accepting = ({ input }: Ready) => ({ ...(input as Fields), answer: 'accept' });
const ownerOf = async ({ clinic, chart }: Ready) =>
  visitor(clinic.clock, await signIn(clinic.clock, chart.owner));
const sql = ({ clinic }: Ready, statement: Parameters<typeof asRole>[1]) =>
  asRole(clinic.database.superuserUrl, statement);

/** The doctor is away from now on. */
const doctorAway = async (ready: Ready) => {
  await sql(
    ready,
    (run) => run`insert into absences (id, practitioner_id, kind, starts_at, ends_at, created_at)
      values (${newId('absences')}, ${ready.chart.bookable}, 'leave', '2020-01-01', '2999-01-01', now())`,
  );
  return accepting(ready);
};

/** A hold that has run out stands there still: somebody else is letting it go, and their row is passed over. */
const stillKept = async (ready: Ready) => {
  const [owner, doctor_id] = [await ownerOf(ready), ready.chart.bookable];
  const { days } = await owner.call(listSlots, { id: doctor_id, days: 14 });
  const scheduled_at = days.flatMap(({ slots }) => slots)[0]?.starts_at ?? '';
  const { id } = await owner.call(holdAppointment, { doctor_id, scheduled_at });
  await sql(ready, async (run) => {
    await run`update appointments set held_until = created_at where id = ${id}`;
    await run`create function keep_row() returns trigger language plpgsql as 'begin return null; end'`;
    await run.unsafe(
      `create trigger keep_row before delete on appointments for each row when (old.id = '${id}') execute function keep_row()`,
    );
  });
  return ready.input;
};

/** It would take the place of a visit that can be cancelled no longer. */
const replacedTooLate = async (ready: Ready) => {
  const { chart, clinic } = ready;
  const site = newId('clinics');
  const soon = clinic.clock
    .now()
    .add({ hours: 24 * 5, minutes: 7 })
    .toString();
  await sql(ready, async (run) => {
    await run`insert into clinics
      select (jsonb_populate_record(c, jsonb_build_object('id', ${site}::text, 'change_notice_minutes', 43200))).*
        from clinics c limit 1`;
    await run`update appointments set clinic_id = ${site}, scheduled_at = ${soon}, overbooked = true,
                     ends_at = ${soon}::timestamptz + interval '5 minutes' where id = ${chart.visit}`;
    await run`update waiting_list_entries set instead_of = ${chart.visit}
               where patient_id = ${chart.patient} and status = 'waiting'`;
  });
  return accepting(ready);
};

const noRoom = (ready: Ready) => {
  configureEnv({ limits: { ...env().limits, open_visits: { count: 0, seconds: 1 } } });
  return accepting(ready);
};

/** What it takes to be refused about the waiting list. */
export const waitingErrors = {
  'waiting-list.join: already_waiting': again,
  'waiting-list.join: conflict': async (ready: Ready) => {
    await (await ownerOf(ready)).call(cancelAppointment, { id: ready.chart.visit });
    return { patient_id: ready.chart.patient, instead_of: ready.chart.visit };
  },
  'waiting-list.join: too_many_waits': async (ready: Ready) => {
    const { chart, input } = ready;
    await sql(
      ready,
      (run) => run`insert into waiting_list_entries
        (id, patient_id, speciality, from_day, until_day, day_parts, status, created_by, created_at)
        select gen_random_uuid(), ${chart.patient}, 'S' || n, '2026-01-01', '2026-01-02', '{}', 'waiting', ${chart.owner.id}, now()
          from generate_series(1, 5) n`,
    );
    return input;
  },
  'waiting-list.offer: conflict': again,
  'waiting-list.offer: slot_taken': stillKept,
  'waiting-list.answer: offer_ended': again,
  'waiting-list.answer: slot_taken': doctorAway,
  'waiting-list.answer: conflict': replacedTooLate,
  'waiting-list.answer: too_many_visits': noRoom,
  'waiting-list.answer-by-link: offer_ended': async (ready: Ready) => {
    const owner = await ownerOf(ready);
    const offer = (await owner.call(listWaits, {})).items.find((wait) => wait.offer)?.offer;
    await owner.call(answerOffer, { id: offer?.id ?? '', answer: 'decline' });
    return ready.input;
  },
  'waiting-list.answer-by-link: slot_taken': doctorAway,
  'waiting-list.answer-by-link: conflict': replacedTooLate,
  'waiting-list.answer-by-link: too_many_visits': noRoom,
};
