import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { newId } from '#lib/platform/ids';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { stored, taken } from './booked-visit';
import { book, chooseTime } from './clinic-steps';
import { counted } from './counted';
import { mailedLink, mailTo } from './mailed-link';
import { newPerson } from './person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

test('a visit is moved from its mail in three actions, and the link is then dead', async ({ open }) => {
  test.setTimeout(240_000);
  const person = newPerson();
  const patient = await open();
  await signUp(patient, person);
  await signInAs(patient, person);
  await chooseTime(patient, 'Amara Okafor');
  const address = await book(patient, 'Tired for weeks');
  const was = await patient.getByRole('heading', { level: 1 }).textContent();

  const stranger = await open();
  const { press, clicks } = counted();
  const main = stranger.getByRole('main');
  const link = await mailedLink(person.email, /A visit is booked/);

  await test.step('the link shows when and where, and neither with whom nor why', async () => {
    await visit(stranger, link);
    await expect(main).toContainText(was?.split(', ').at(-1) ?? 'no time');
    for (const word of ['Okafor', person.lastName, 'Tired']) await expect(main).not.toContainText(word);
  });

  await test.step('another time and its confirmation are two presses more', async () => {
    await press(main.getByRole('link', { name: /^\d\d:\d\d$/ }).first());
    const move = main.getByRole('button', { name: 'Move visit' });
    await expect(move).toBeVisible();
    await expectAccessible(stranger);
    await press(move);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Visit moved');
    expect(new URL(stranger.url()).search).not.toContain('token');
    // Opening the link was the first.
    expect(1 + clicks()).toBe(3);
    await visit(patient, address);
    await expect(patient.getByRole('heading', { level: 1 })).not.toHaveText(was ?? '');
  });

  await test.step('the link says that it is dead, and the next mail has one that cancels', async () => {
    await visit(stranger, link);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('This link works no longer');
    const next = await mailedLink(person.email, /A visit was moved/);
    await visit(stranger, next);
    await main.getByRole('link', { name: 'Cancel visit' }).click();
    await expect(main.getByRole('button', { name: 'Cancel visit' })).toBeVisible();
    await expectAccessible(stranger);
    await main.getByRole('button', { name: 'Cancel visit' }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Visit cancelled');
    await mailTo(person.email, /A visit was cancelled/);
    await visit(stranger, next);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('This link works no longer');
  });
});

test('visits go into a calendar: one as a file, all by a secret address', async ({ open, request }) => {
  test.setTimeout(180_000);
  const person = newPerson();
  const patient = await open();
  await signUp(patient, person);
  await signInAs(patient, person);
  await chooseTime(patient, 'Amara Okafor');
  await visit(patient, await book(patient, 'Tired for weeks'));

  await test.step('the file', async () => {
    const download = patient.waitForEvent('download');
    await patient.getByRole('link', { name: 'Add to calendar' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('visit.ics');
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('SUMMARY:Clinic visit\r\n');
    for (const word of ['Okafor', person.lastName, 'Tired']) expect(text).not.toContain(word);
  });

  await test.step('the address is shown once, works without signing in, and can be ended', async () => {
    await visit(patient, paths.patient.calendar);
    await patient.getByRole('button', { name: 'Make an address' }).click();
    const shown = patient.getByRole('main').locator('code');
    await expect(shown).toContainText(/\/calendar\/[\w-]{43}\.ics$/);
    await expectAccessible(patient);
    const address = (await shown.textContent()) ?? '';
    const read = await request.get(address);
    expect(read.status()).toBe(200);
    expect(read.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(read.headers()['cache-control']).toContain('no-store');
    expect(await read.text()).toContain('BEGIN:VEVENT');
    await visit(patient, paths.patient.calendar);
    await expect(shown).toHaveCount(0);
    await patient.getByRole('button', { name: 'End this address' }).click();
    await expect(patient.getByText('The address works no longer')).toBeVisible();
    expect((await request.get(address)).status()).toBe(404);
  });
});

test('a visit is moved from its page in three presses, and tells the nearest times where one has gone', async ({
  open,
}) => {
  test.setTimeout(240_000);
  const person = newPerson();
  const patient = await open();
  await signUp(patient, person);
  await signInAs(patient, person);
  await chooseTime(patient, 'Amara Okafor');
  const address = await book(patient, 'Tired for weeks');
  const was = await patient.getByRole('heading', { level: 1 }).textContent();
  const [main, doctor] = [patient.getByRole('main'), await open('doctor')];
  const id = address.split('/').at(-1) ?? '';

  await test.step('another time, which one, and that it is meant', async () => {
    const { press, clicks } = counted();
    await press(main.getByRole('link', { name: 'Choose another time' }));
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Another time for your visit');
    await expectAccessible(patient);
    await press(main.getByRole('link', { name: /^\d\d:\d\d$/ }).first());
    const move = main.getByRole('button', { name: 'Move visit' });
    await expect(move).toBeVisible();
    await expectAccessible(patient);
    await press(move);
    await patient.waitForURL(/done=moved/);
    expect(clicks()).toBe(3);
    await expect(main).toContainText('Visit moved');
    await expect(main.getByRole('heading', { level: 1 })).not.toHaveText(was ?? '');
  });

  const nearest = (page: Page) =>
    page.getByRole('region', { name: 'The nearest free times' }).getByRole('button');
  const loseTime = async (page: Page) => {
    await page
      .getByRole('main')
      .getByRole('link', { name: /^\d\d:\d\d$/ })
      .last()
      .click();
    const move = page.getByRole('button', { name: 'Move visit' });
    await move.waitFor();
    await taken(doctor, new URL(page.url()).searchParams.get('at') ?? '');
    await move.click();
    await expect(nearest(page)).toHaveCount(3);
    await expectAccessible(page);
  };

  await test.step('a time that has gone meanwhile is told with the nearest, on the page of the mail too', async () => {
    const stranger = await open();
    await visit(stranger, await mailedLink(person.email, /A visit was moved/));
    await loseTime(stranger);
    await nearest(stranger).first().click();
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Visit moved');
    await visit(patient, `${address}/move`);
    await loseTime(patient);
    const label = await nearest(patient).first().textContent();
    await nearest(patient).first().click();
    await patient.waitForURL(/done=moved/);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(label ?? '');
  });

  await test.step('what is no longer offered is moved as it was agreed on', async () => {
    const service = newId('services');
    await stored(
      (sql) => sql`
        with gone as (
          insert into services
          select (jsonb_populate_record(s, jsonb_build_object('id', ${service}::text, 'archived_at', now()))).*
            from services s where s.archived_at is null order by s.id limit 1 returning id)
        update appointments set service_id = gone.id from gone where appointments.id = ${id}`,
    );
    await visit(patient, `${address}/move`);
    await expect(main.getByRole('link', { name: /^\d\d:\d\d$/ }).first()).toBeVisible();
    await visit(patient, `${address}/sooner`);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('An earlier time');
  });

  await test.step('once it has begun, the pages say why it stays', async () => {
    await stored(
      (sql) => sql`
        update appointments set overbooked = true, scheduled_at = clock_timestamp() - interval '5 minutes',
               ends_at = clock_timestamp() + interval '20 minutes' where id = ${id}`,
    );
    for (const page of ['move', 'sooner']) {
      await visit(patient, `${address}/${page}`);
      await expect(main).toContainText('This visit has begun. Call the clinic to change it.');
      await expect(main.getByRole('button')).toHaveCount(0);
    }
  });
});
