import { bookAppointment } from '#lib/operations/appointments/book';
import { getAppointment } from '#lib/operations/appointments/get';
import { configureEnv, env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import type { ExampleClinic } from './example-clinic';
import type { ReadyRun } from './performers';

type Ready = ReadyRun & { readonly clinic: ExampleClinic };

/** The patient did not come, and the doctor sees them after all at that time, for another visit. */
const missedAndTaken = ({ database, clock }: ExampleClinic, visit: string) =>
  asRole(database.superuserUrl, async (sql) => {
    const now = clock.now().toString();
    await sql`set session_replication_role = replica`;
    await sql`update appointments
                 set status = 'no_show', scheduled_at = ${now}, ends_at = ${now}::timestamptz + interval '20 minutes'
               where id = ${visit}`;
    await sql`insert into appointments
      select (jsonb_populate_record(a, jsonb_build_object('id', ${newId('appointments')}::text, 'status', 'scheduled'))).*
        from appointments a where a.id = ${visit}`;
  });

const cancelled = ({ database }: ExampleClinic, visit: string) =>
  asRole(database.superuserUrl, async (sql) => {
    await sql`set session_replication_role = replica`;
    await sql`update appointments set status = 'cancelled' where id = ${visit}`;
  });

/** Not one visit may be open at once. */
function noneOpen({ input }: Ready): unknown {
  configureEnv({ limits: { ...env().limits, open_visits: { count: 0, seconds: 1 } } });
  return input;
}

/** What it takes to be refused about visits: one too many, or one that was given up and whose time is taken by now. */
export const visitErrors = {
  'appointments.book: too_many_visits': noneOpen,
  'appointments.hold: slot_taken': async (ready: Ready) => {
    await visitor(ready.clinic.clock, ready.caller).call(bookAppointment, ready.input as never);
    return ready.input;
  },
  'appointments.hold: too_many_visits': noneOpen,
  'openings.search: not_found': () => ({ patient_id: newId('patients') }),
  'visit-answers.write: stale_version': ({ input }: Ready) => ({
    ...(input as object),
    questionnaire_id: newId('service_questionnaires'),
  }),
  'visit-answers.write: conflict': async ({ clinic, chart, input }: Ready) => {
    await cancelled(clinic, chart.visit);
    return input;
  },
  'appointments.confirm: conflict': async ({ clinic, chart, input }: Ready) => {
    await cancelled(clinic, chart.visit);
    return input;
  },
  // It is over.
  'appointments.join: conflict': async ({ clinic, input }: Ready) => {
    const { id } = input as { id: string };
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`
        update appointments set scheduled_at = scheduled_at - interval '1 day', ends_at = ends_at - interval '1 day'
         where id = ${id}`,
    );
    return input;
  },
  'appointments.change-state: slot_taken': async ({ clinic, chart, input }: Ready) => {
    await cancelled(clinic, (input as { id: string }).id);
    await missedAndTaken(clinic, chart.visit);
    return { id: chart.visit, state: 'arrived' };
  },
  'appointments.undo: slot_taken': async ({ clinic, caller, chart }: Ready) => {
    const { visit: id, patient: patient_id } = chart;
    const person = visitor(clinic.clock, caller);
    const { doctor_id, scheduled_at } = await person.call(getAppointment, { id });
    await person.call(bookAppointment, { doctor_id, patient_id, scheduled_at });
    return { id };
  },
};
