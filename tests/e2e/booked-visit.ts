import type { Locator, Page } from 'playwright/test';
import { Temporal } from 'temporal-polyfill';
import { newId } from '#lib/platform/ids';
import { paths } from '#lib/platform/paths';
import { asRole } from '../harness/as-role';
import { superuserUrlOf } from '../harness/product-database';
import { scene } from './scene';

const zone = 'Europe/London';
export const stored = <T>(work: Parameters<typeof asRole<T>>[1]) =>
  asRole(superuserUrlOf(scene().product), work);
const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toString();

interface Booked {
  readonly id: string;
  readonly patient: string;
  readonly day: string;
}

/** A visit of the doctor's, by a patient of theirs who has none at that time. */
export async function booked(page: Page, at: Temporal.Instant, minutes = 30): Promise<Booked> {
  await page.goto(paths.doctor.day);
  const like = await page.locator('main [data-visit]').first().getAttribute('data-visit');
  const [id, starts] = [newId('appointments'), at.toString()];
  const rows = await stored(
    (sql) => sql<{ patient_id: string }[]>`
      insert into appointments
      select (jsonb_populate_record(a, jsonb_build_object('id', ${id}::text, 'patient_id', c.patient_id, 'status', 'scheduled',
               'notes', null, 'noted_as', null, 'version', 1, 'booked_as', 'staff', 'scheduled_at', ${starts}::text,
               'previous_status', null, 'cancelled_at', null, 'cancelled_by', null, 'overbooked', true,
               'ends_at', ${starts}::timestamptz + make_interval(mins => ${minutes})))).*
        from appointments a join care_relationships c on c.practitioner_id = a.doctor_id and c.kind = 'treating'
       where a.id = ${like}
         and not exists (select from appointments o where o.patient_id = c.patient_id and o.status not in ('cancelled', 'no_show')
                          and tstzrange(o.scheduled_at, o.ends_at)
                              && tstzrange(${starts}, ${starts}::timestamptz + make_interval(mins => ${minutes})))
       order by c.patient_id limit 1 returning patient_id`,
  );
  const patient = rows[0]?.patient_id;
  if (!patient) throw new Error('Every patient comes at that time.');
  return { id, patient, day: dayOf(at) };
}

/** That time is another's from now on. */
export async function taken(page: Page, at: string): Promise<void> {
  const { id } = await booked(page, Temporal.Instant.from(at), 10);
  await stored((sql) => sql`update appointments set overbooked = false where id = ${id}`);
}

/** Some Tuesday weeks from now, another one for each test, at that hour. */
export const tuesdayIn = (weeks: number, time: string) => {
  const today = Temporal.Now.plainDateISO(zone);
  const day = today.add({ days: 9 - today.dayOfWeek + 7 * weeks });
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
};

export const linkTo = (page: Page, id: string): Locator =>
  page.locator(`main [data-visit="${id}"]`).locator('visible=true');
