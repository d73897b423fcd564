import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { booked, linkTo, stored, tuesdayIn } from './booked-visit';
import { book, chooseTime } from './clinic-steps';
import { newPerson } from './person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const clock = (at: string) => /\d\d:\d\d/.exec(at)?.[0] ?? '';

/** Somebody new with a visit, whose page is open. */
async function somebodyWithVisit(page: Page): Promise<{ id: string; address: string }> {
  const person = newPerson();
  await signUp(page, person);
  await signInAs(page, person);
  await chooseTime(page, 'Amara Okafor');
  const address = await book(page, 'Tired for weeks');
  return { address, id: address.split('/').at(-1) ?? '' };
}

/** Beside whatever else there is, so many minutes from now. Returns its day, which is tomorrow late in the evening. */
async function comesIn(id: string, minutes: number): Promise<string> {
  const [row] = await stored(
    (sql) => sql<{ day: string }[]>`
      update appointments set overbooked = true, scheduled_at = clock_timestamp() + make_interval(mins => ${minutes}),
             ends_at = clock_timestamp() + make_interval(mins => ${minutes + 30})
       where id = ${id} returning (scheduled_at at time zone 'Europe/London')::date::text as day`,
  );
  return row?.day ?? '';
}

test('whoever comes says that they are there, which the day shows, and takes it back', async ({ open }) => {
  test.setTimeout(240_000);
  const patient = await open();
  const { id, address } = await somebodyWithVisit(patient);
  const main = patient.getByRole('main');
  const here = main.getByRole('button', { name: 'I am here' });
  await expect(main).toContainText(/When you come in, say here that you have arrived: on .*, from \d\d:\d\d/);
  await expect(here).toHaveCount(0);
  const day = await comesIn(id, 20);

  await visit(patient, paths.patient.visits);
  await here.click();
  await patient.waitForURL(/done=arrived/);
  await expect(main).toContainText('The clinic knows that you are here');
  await expect(main).toContainText('Marked as arrived by the patient');
  await expectAccessible(patient);

  const doctor = await open('doctor');
  await doctor.goto(paths.doctor.dayOf(day));
  await expect(linkTo(doctor, id)).toContainText('Arrived');

  await main.getByRole('button', { name: 'Undo: I am not here yet' }).click();
  await patient.waitForURL(/done=undone/);
  await expect(here).toBeVisible();
  await comesIn(id, -40);
  await visit(patient, address);
  await expect(main).toContainText('Tell the front desk that you are here.');
  await expect(here).toHaveCount(0);
});

test('a visit by video is joined around its time, in one room for both', async ({ open }) => {
  test.setTimeout(240_000);
  const patient = await open();
  const { id, address } = await somebodyWithVisit(patient);
  await stored((sql) => sql`update appointments set mode = 'video' where id = ${id}`);
  await comesIn(id, 40);
  const main = patient.getByRole('main');
  const link = main.getByRole('link', { name: 'Join the video visit' });

  await test.step('outside of its time no link reaches the page', async () => {
    await visit(patient, address);
    await expect(main).toContainText(/You can join this video visit here on .*, from \d\d:\d\d/);
    expect(await patient.content()).not.toMatch(/video\.example\.org|\/join/);
    const early = await patient.request.get(paths.patient.joinVisit(id), { maxRedirects: 0 });
    expect([early.status(), early.headers().location]).toEqual([409, undefined]);
  });

  await comesIn(id, 10);
  const roomOf = async (page: Page, href: string) => {
    const reply = await page.request.get(href, { maxRedirects: 0 });
    expect(reply.status()).toBe(303);
    return reply.headers().location ?? '';
  };

  await test.step('within it both go to the same room, which is told nothing', async () => {
    await visit(patient, address);
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
    await expect(link).toHaveAttribute('target', '_blank');
    expect(await patient.content()).not.toContain('video.example.org');
    const room = await roomOf(patient, paths.patient.joinVisit(id));
    expect(room).toMatch(/^https:\/\/video\.example\.org\/northgate\/[\w-]{43}$/);
    const doctor = await open('doctor');
    await visit(doctor, paths.doctor.visit(id));
    await expect(doctor.getByRole('link', { name: 'Join the video visit' })).toBeVisible();
    expect(await roomOf(doctor, paths.doctor.joinVisit(id))).toBe(room);
  });

  await test.step('once it is called off there is none', async () => {
    await patient.goto(paths.patient.cancelVisit(id));
    await main.getByRole('button', { name: 'Cancel visit' }).click();
    await patient.waitForURL(/done=cancelled/);
    await expect(link).toHaveCount(0);
    const late = await patient.request.get(paths.patient.joinVisit(id), { maxRedirects: 0 });
    expect(late.status()).toBe(409);
  });
});

test('an admin asks, the patient answers before the visit, and the doctor reads it', async ({ open }) => {
  test.setTimeout(240_000);
  const admin = await open('admin');
  await visit(admin, paths.admin.services());
  const services = admin.getByRole('main').getByRole('link');
  await services
    .filter({ hasText: /\S/ })
    .and(admin.locator('[href^="/admin/clinic/services/0"]'))
    .first()
    .click();
  await admin.getByRole('heading', { name: 'Questions before the visit' }).waitFor();
  const service = new URL(admin.url()).pathname.split('/').at(-1) ?? '';
  const first = admin.getByRole('group', { name: 'Question 1' });
  await first.getByLabel('Question', { exact: true }).fill('Do you smoke?');
  const second = admin.getByRole('group', { name: 'Question 2' });
  await second.getByLabel('Question', { exact: true }).fill('Which side hurts?');
  await second.getByLabel('Kind of answer').selectOption('choice');
  const save = admin.getByRole('button', { name: 'Save questions' });
  await save.click();
  await expect(admin.getByRole('main').getByRole('alert')).toContainText('Write two choices or more');
  await second.getByLabel('Choices').fill('Left\nRight');
  await expectAccessible(admin);
  await save.click();
  await admin.waitForURL(/done=saved/);

  const patient = await open();
  const { id, address } = await somebodyWithVisit(patient);
  await stored((sql) => sql`update appointments set service_id = ${service} where id = ${id}`);
  const day = await comesIn(id, 25);
  await visit(patient, address);
  const main = patient.getByRole('main');
  await main.getByRole('button', { name: 'Send answers' }).click();
  await expect(main.getByRole('alert')).toContainText('Do you smoke?');
  await main.getByRole('radio', { name: 'Yes' }).check();
  await main.getByRole('radio', { name: 'Right' }).check();
  await main.getByRole('button', { name: 'Send answers' }).click();
  await patient.waitForURL(/done=answered/);
  await expect(main.getByRole('radio', { name: 'Right' })).toBeChecked();
  await expect(main.getByRole('button', { name: 'Change answers' })).toBeVisible();
  await expectAccessible(patient);

  const doctor = await open('doctor');
  await doctor.goto(paths.doctor.dayOf(day));
  await expect(linkTo(doctor, id)).toContainText('Questions answered');
  await visit(doctor, paths.doctor.visit(id));
  const answers = doctor.getByRole('region', { name: 'Answers before the visit' });
  await expect(answers).toContainText(/Do you smoke\?\s*Yes\s*Which side hurts\?\s*Right/);
});

test('some hours are blocked from the week by a key, and day and week say so', async ({ open }) => {
  const page = await open('doctor');
  const day = tuesdayIn(9, '10:00').toZonedDateTimeISO('Europe/London').toPlainDate();
  const monday = day.subtract({ days: 1 }).toString();
  await visit(page, paths.doctor.weekOf(monday));
  await page.keyboard.press('b');
  await page.waitForURL((url) => url.pathname === paths.doctor.away);
  await expect(page.getByLabel('First day')).toHaveValue(monday);
  await expect(page.getByRole('radio', { name: 'Blocked time' })).toBeChecked();
  await page.getByLabel('From', { exact: true }).fill('10:00');
  await page.getByLabel('Until', { exact: true }).fill('11:30');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.waitForURL(/done=added/);
  await visit(page, paths.doctor.weekOf(monday));
  const shown = page.getByRole('region', { name: /^Mon/ }).getByRole('listitem');
  await expect(shown.filter({ hasText: 'Blocked time, 10:00 to 11:30' })).toHaveCount(1);
  await visit(page, paths.doctor.dayOf(monday));
  await expect(page.getByRole('main').getByRole('listitem')).toContainText(['Blocked time, 10:00 to 11:30']);
});

test('a visit is dragged in the week to the form that moves it, and Escape lets it be', async ({ open }) => {
  const page = await open('doctor');
  const { id, day } = await booked(page, tuesdayIn(10, '09:00'));
  await visit(page, paths.doctor.weekOf(day));
  const ghost = page.locator('[data-ghost]');

  /** Held by its middle and taken to the next day, so many hours later. */
  async function drag(hours: number): Promise<void> {
    const box = await linkTo(page, id).boundingBox();
    const own = await page.locator(`main ol[data-day="${day}"]`).boundingBox();
    if (!box || !own) throw new Error('The visit is not in the grid.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + own.width / 2, y + 20, { steps: 4 });
    await page.mouse.move(x + own.width, y + hours * 72, { steps: 8 });
    await expect(ghost).toBeVisible();
  }

  await drag(1);
  await expect(ghost).toHaveText('10:00');
  await page.keyboard.press('Escape');
  await expect(ghost).toBeHidden();
  await page.mouse.up();
  expect(new URL(page.url()).pathname).toBe(paths.doctor.week);

  await drag(1.25);
  await expect(ghost).toHaveText('10:15');
  await page.mouse.up();
  await page.waitForURL((url) => url.pathname === paths.doctor.moveVisit(id));
  const main = page.getByRole('main');
  await expect(main).toContainText('Nothing has moved yet.');
  await expect(page.getByLabel('Date', { exact: true })).not.toHaveValue(day);
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('10:15');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Move the visit' }).click();
  await page.waitForURL(/done=moved/);
  expect(clock((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')).toBe('10:15');

  await page.goto(paths.doctor.weekOf(day));
  await linkTo(page, id).click();
  await page.waitForURL((url) => url.pathname === paths.doctor.visit(id));
});
