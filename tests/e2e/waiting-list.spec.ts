import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { Temporal } from 'temporal-polyfill';
import { paths } from '#lib/platform/paths';
import { asRole } from '../harness/as-role';
import { superuserUrlOf } from '../harness/product-database';
import { signInAs, signUp } from './account-steps';
import { book, freeTimes } from './clinic-steps';
import { counted } from './counted';
import { mailsTo } from './mailed-link';
import { newPerson } from './person';
import { scene } from './scene';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

/** A Wednesday in some weeks, which no other test looks at. */
function farWednesday(): Temporal.PlainDate {
  const today = Temporal.Now.plainDateISO('Europe/London');
  return today.add({ days: 3 - today.dayOfWeek, weeks: 6 });
}

/** From that day a fortnight around it the doctor has one time: at ten on the day. */
async function oneTime(doctor: string, day: Temporal.PlainDate): Promise<void> {
  const days = Array.from({ length: 15 }, (_, index) => day.add({ days: index - 7 }));
  await asRole(superuserUrlOf(scene().product), async (sql) => {
    for (const each of days) {
      const [starts, ends, slot] = each.equals(day) ? ['10:00', '10:30', 30] : [null, null, null];
      await sql`
        insert into availability_overrides (id, practitioner_id, clinic_id, day, starts, ends, slot_minutes, created_at)
        select ${randomUUID()}, d.id, d.clinic_id, ${each.toString()}, ${starts}, ${ends}, ${slot}, now()
          from practitioners d where d.id = ${doctor}`;
    }
  });
}

/** At whatever hour the test runs, whoever waits for that day may be told. */
function neverQuiet(day: Temporal.PlainDate): Promise<unknown> {
  return asRole(
    superuserUrlOf(scene().product),
    (sql) => sql`
      insert into reminder_settings (user_id, mail_kinds, text_kinds, quiet_from, quiet_to, updated_at)
      select p.user_id, '{}', '{}', '00:00', '00:00', now()
        from waiting_list_entries e join patients p on p.id = e.patient_id
       where e.status = 'waiting' and e.from_day = ${day.toString()}`,
  );
}

async function doctorOf(page: Page, name: string): Promise<string> {
  await page.goto(paths.patient.book);
  const link = page.getByRole('main').getByRole('link', { name });
  return new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('doctor') ?? '';
}

test('what one patient gives up is offered to another, who takes it from the mail in two presses', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const [ann, ben] = [newPerson(), newPerson()];
  const [holder, waiter, stranger] = [await open(), await open(), await open()];
  const day = farWednesday();
  await signUp(holder, ann);
  await signInAs(holder, ann);
  const doctor = await doctorOf(holder, 'Amara Okafor');
  await oneTime(doctor, day);
  const week = paths.patient.bookWith({ doctor, day: day.toString() });
  let address = '';

  await test.step('the one time of the week is booked', async () => {
    await visit(holder, week);
    await freeTimes(holder).first().click();
    address = await book(holder, 'A cough');
  });

  await test.step('somebody else finds none, and asks to be told', async () => {
    await signUp(waiter, ben);
    await signInAs(waiter, ben);
    await visit(waiter, week);
    const form = waiter.getByRole('region', { name: 'Tell me when a time becomes free' });
    await form.getByLabel('From').fill(day.toString());
    await form.getByLabel('Until').fill(day.toString());
    await expectAccessible(waiter);
    await form.getByRole('button', { name: 'Join the waiting list' }).click();
    await expect(waiter.getByText('You are on the waiting list.')).toBeVisible();
    await neverQuiet(day);
    await expect(waiter.getByRole('region', { name: 'Waiting list' })).toContainText('Waiting');
    await expectAccessible(waiter);
  });

  await test.step('the doctor sees that somebody waits, and since when', async () => {
    const staff = await open('doctor');
    await visit(staff, paths.doctor.week);
    await staff.getByRole('main').getByRole('link', { name: 'Waiting list' }).click();
    const row = staff.getByRole('row', { name: /For you/ }).last();
    await expect(row).toContainText('Waiting');
    await expect(row).toContainText('(today)');
    await expectAccessible(staff);
    await staff.screenshot({ path: 'test-results/waiting-doctor-wide.png', fullPage: true });
    await staff.setViewportSize({ width: 390, height: 844 });
    await staff.screenshot({ path: 'test-results/waiting-doctor-phone.png', fullPage: true });
  });

  await test.step('the visit is cancelled, and within a round of the job a mail is sent', async () => {
    await visit(holder, `${address}/cancel`);
    await holder.getByRole('main').getByRole('button', { name: 'Cancel visit' }).click();
    await expect(holder.getByText('Visit cancelled')).toBeVisible();
    const offers = async () =>
      (await mailsTo(ben.email)).filter(({ text }) => text.includes('A time has become free'));
    await expect.poll(async () => (await offers()).length, { timeout: 120_000, intervals: [1000] }).toBe(1);
  });

  await test.step('the portal shows what is kept, and until when', async () => {
    await visit(waiter, paths.patient.visits);
    const kept = waiter.getByRole('region', { name: 'A time is kept for you' });
    await expect(kept).toContainText('10:00');
    await expect(kept.getByRole('button', { name: 'Take this time' })).toBeVisible();
    await expectAccessible(waiter);
    for (const [name, width] of [
      ['wide', 1440],
      ['phone', 390],
    ] as const) {
      await waiter.setViewportSize({ width, height: 900 });
      await waiter.screenshot({ path: `test-results/waiting-${name}.png`, fullPage: true });
    }
  });

  await test.step('the mail’s link and one press take it', async () => {
    const { press, clicks } = counted();
    const main = stranger.getByRole('main');
    const [mail] = (await mailsTo(ben.email)).filter(({ text }) => text.includes('A time has become free'));
    const link = mail?.link ?? '';
    await visit(stranger, link);
    for (const word of ['Okafor', ben.lastName]) await expect(main).not.toContainText(word);
    await expectAccessible(stranger);
    await stranger.setViewportSize({ width: 390, height: 800 });
    await stranger.screenshot({ path: 'test-results/waiting-link-phone.png', fullPage: true });
    await press(main.getByRole('button', { name: 'Take this time' }));
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('The visit is booked');
    expect(new URL(stranger.url()).search).not.toContain('token');
    // Opening the link was the first.
    expect(1 + clicks()).toBe(2);
    await visit(stranger, link);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('This link works no longer');
  });

  await test.step('it is a visit of theirs, from which an earlier time can be asked for', async () => {
    await visit(waiter, paths.patient.visits);
    await expect(waiter.getByRole('region', { name: 'Coming up' })).toContainText('10:00');
    await waiter.getByRole('region', { name: 'Coming up' }).getByRole('link').first().click();
    await waiter.getByRole('link', { name: 'Find an earlier time' }).click();
    await expect(waiter.getByRole('heading', { level: 1 })).toHaveText('An earlier time');
    await expectAccessible(waiter);
    await waiter.screenshot({ path: 'test-results/waiting-sooner-phone.png', fullPage: true });
    await waiter.getByRole('button', { name: 'Join the waiting list' }).focus();
    await waiter.keyboard.press('Enter');
    await expect(waiter.getByText('Earlier than')).toBeVisible();
  });
});
