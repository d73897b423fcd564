import { bookAppointment } from '#lib/operations/appointments/book';
import { getAppointment } from '#lib/operations/appointments/get';
import { newId } from '#lib/platform/ids';
import { signIn } from '../factories/account';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import type { ExampleClinic } from './example-clinic';
import type { ReadyRun } from './performers';
import { visitTokenOf } from './visit-link-material';

type Producing = ReadyRun & { readonly clinic: ExampleClinic };
type Fields = Readonly<Record<string, unknown>>;

/** The visit is at a site that asks for more notice than is left. */
async function tooLate({ clinic, chart, input }: Producing): Promise<unknown> {
  const site = newId('clinics');
  await asRole(clinic.database.superuserUrl, async (sql) => {
    await sql`insert into clinics
      select (jsonb_populate_record(c, jsonb_build_object('id', ${site}::text, 'change_notice_minutes', 43200))).*
        from clinics c limit 1`;
    await sql`update appointments set clinic_id = ${site}, overbooked = true, scheduled_at = created_at + interval '20 days',
                     ends_at = created_at + interval '20 days 30 minutes' where id = ${chart.visit}`;
  });
  return { ...(input as Fields), token: await visitTokenOf({ clock: clinic.clock, chart }) };
}

/** The patient has another visit at the time that the link is to take. */
async function taken({ clinic, chart, input }: Producing): Promise<unknown> {
  const owner = visitor(clinic.clock, await signIn(clinic.clock, chart.owner));
  const { doctor_id } = await owner.call(getAppointment, { id: chart.visit });
  const { scheduled_at } = input as { scheduled_at: string };
  await owner.call(bookAppointment, { doctor_id, scheduled_at });
  return input;
}

export const visitLinkErrors = {
  'appointments.cancel-by-link: conflict': tooLate,
  'appointments.move-by-link: conflict': tooLate,
  'appointments.move-by-link: slot_taken': taken,
  'calendar-feeds.read: not_found': () => ({ token: 'never-was' }),
};
