import { Temporal } from 'temporal-polyfill';
import { become, withActor } from '#db/client';
import { findAppointment } from '#db/queries/appointments';
import { remindersToken } from '#lib/auth/reminders-link';
import { visitToken } from '#lib/auth/visit-link';
import { makeCalendarFeed } from '#lib/operations/calendar-feeds/make';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import { signIn } from '../factories/account';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import type { ExampleChart } from './example-chart';

interface Scene {
  readonly clock: Clock;
  readonly chart: ExampleChart;
}

/** By which the owner of the chart changes its visit. */
export async function visitTokenOf({ clock, chart }: Scene): Promise<string> {
  const moment = { now: clock.now(), requestId: newRequestId() };
  const visit = await withActor({ kind: 'system', job: 'import', ...moment }, (tx) =>
    findAppointment(tx, chart.visit),
  );
  if (!visit) throw new Error('The chart has no visit.');
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, chart.owner.id);
    return visitToken(tx, { userId: chart.owner.id, visit, now: moment.now });
  });
}

/** By which the owner of the chart ends reminders by mail. */
function remindersTokenOf({ clock, chart }: Scene): Promise<string> {
  const moment = { now: clock.now(), requestId: newRequestId() };
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, chart.owner.id);
    return remindersToken(tx, chart.owner.id, moment.now);
  });
}

/** What the calendar of the chart's owner has. */
async function feedTokenOf({ clock, chart }: Scene): Promise<string> {
  const owner = visitor(clock, await signIn(clock, chart.owner));
  return (await owner.call(makeCalendarFeed, {})).token;
}

/** What the examples of mailed links and calendar addresses need. */
export const visitLinkInputs = {
  'appointments.get-by-link': async (scene: Scene) => ({ token: await visitTokenOf(scene) }),
  'appointments.confirm-by-link': async (scene: Scene) => ({ token: await visitTokenOf(scene) }),
  'reminders.stop-by-link': async (scene: Scene) => ({ token: await remindersTokenOf(scene) }),
  'appointments.cancel-by-link': async (scene: Scene) => ({ token: await visitTokenOf(scene) }),
  'appointments.move-by-link': async (scene: Offering) => ({
    token: await visitTokenOf(scene),
    scheduled_at: await anOfferedTime(scene),
  }),
  'calendar-feeds.read': async (scene: Scene) => ({ token: await feedTokenOf(scene) }),
};

type Offering = Scene & { readonly database: { readonly superuserUrl: string } };

let offered = 0;

/** A time that the visit's doctor offers, each time another, whatever the tests have made of their week and absences. */
async function anOfferedTime({ clock, chart, database }: Offering): Promise<string> {
  const day = clock
    .now()
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .add({ days: 15 + (offered % 40) });
  const plainTime = Temporal.PlainTime.from('00:00').add({ hours: Math.floor(offered / 40) });
  offered += 1;
  return asRole(database.superuserUrl, async (sql) => {
    for (const table of ['absences', 'practitioner_calendars']) {
      await sql`
        delete from ${sql(table)}
         where practitioner_id = (select doctor_id from appointments where id = ${chart.visit})`;
    }
    await sql`
      insert into availability_overrides (id, practitioner_id, clinic_id, day, starts, ends, slot_minutes, created_at)
      select gen_random_uuid(), doctor_id, clinic_id, ${day.toString()}, '00:00', '24:00', 30, created_at
        from appointments where id = ${chart.visit}`;
    return day.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant().toString();
  });
}
