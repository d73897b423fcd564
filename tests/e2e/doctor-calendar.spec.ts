import type { Locator, Page } from 'playwright/test';
import { Temporal } from 'temporal-polyfill';
import { paths } from '#lib/platform/paths';
import { booked, linkTo, stored, taken, tuesdayIn } from './booked-visit';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const rowOf = (page: Page, id: string): Locator =>
  page.getByRole('listitem').filter({ has: page.locator(`[data-visit="${id}"]`) });
const press = (place: Locator, name: RegExp) => place.getByRole('button', { name }).first().click();

for (const script of [true, false]) {
  test(`the day says what becomes of a visit, one press each${script ? '' : ', without script'}`, async ({
    open,
  }) => {
    const begun = Temporal.Now.instant().subtract({ minutes: script ? 3 : 40 });
    const { id, day } = await booked(await open('doctor'), begun);
    const page = await open('doctor', { javaScriptEnabled: script });
    await page.goto(paths.doctor.dayOf(day));
    const row = rowOf(page, id);
    for (const [button, state] of [
      [/^Arrived/, 'Arrived'],
      [/^Undo/, 'Booked'],
      [/^Did not attend/, 'Did not attend'],
      [/^Undo/, 'Booked'],
      [/^Arrived/, 'Arrived'],
      [/^Start/, 'In progress'],
      [/^Done/, 'Done'],
    ] as const) {
      await press(row, button);
      // At its time, what is only booked is told as now.
      await expect(linkTo(page, id)).toContainText(state === 'Booked' ? /Booked|Now/ : state);
    }
    if (script) await expectAccessible(page);
    await page.goto(paths.doctor.visit(id));
    const story = page.getByRole('region', { name: 'What has happened' });
    await expect(story.getByRole('listitem')).toHaveCount(7);
    await expect(story.getByRole('listitem').last()).toContainText(/^Marked as done by Dr .*, .*\d\d:\d\d$/);
  });
}

test('staff call a visit off with a reason, and take it back', async ({ open }) => {
  const page = await open('doctor');
  const { id } = await booked(page, tuesdayIn(2, '07:00'));
  await page.goto(`${paths.doctor.cancelVisit(id)}`);
  await page.getByRole('button', { name: 'Cancel visit' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Why?');
  await page.getByRole('textbox', { name: 'Why?' }).fill('The doctor is ill');
  await page.getByRole('button', { name: 'Cancel visit' }).click();
  await page.waitForURL(/done=cancelled/);
  await expect(page.getByRole('main')).toContainText('The doctor is ill');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL(/done=undone/);
  await expect(page.getByRole('main')).toContainText('Back to booked');
  await expectAccessible(page);
});

test('the keys move through day and week, and stay out of fields', async ({ open }) => {
  const page = await open('doctor');
  const first = await booked(page, tuesdayIn(3, '07:00'));
  const second = await booked(page, tuesdayIn(3, '08:00').add({ hours: 24 }));
  await visit(page, paths.doctor.weekOf(first.day));
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await linkTo(page, first.id).focus();
  await page.keyboard.press('ArrowRight');
  await expect(linkTo(page, second.id)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(linkTo(page, first.id)).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ArrowLeft');
  const before = Temporal.PlainDate.from(first.day).subtract({ days: 8 }).toString();
  await page.waitForURL((url) => url.searchParams.get('date') === before);
  await page.goBack();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Find a patient' });
  await expect(search).toBeFocused();
  await page.keyboard.type('nt?m');
  await expect(search).toHaveValue('nt?m');
  await expect(help).toBeHidden();
  await linkTo(page, first.id).focus();
  await page.keyboard.press('m');
  await page.waitForURL((url) => url.pathname === paths.doctor.moveVisit(first.id));
  await page.goBack();
  await linkTo(page, first.id).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === paths.doctor.visit(first.id));
  await visit(page, paths.doctor.weekOf(first.day));
  await page.keyboard.press('t');
  await page.waitForURL((url) => url.pathname === paths.doctor.week && url.search === '');
  await visit(page, paths.doctor.dayOf(second.day));
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.pathname === paths.doctor.patients);
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(
    (url) => url.pathname.endsWith('/book') && url.searchParams.get('day') === second.day,
  );
});

test('keys of one letter can be turned off, and stay off in this browser', async ({ open }) => {
  const page = await open('doctor');
  await visit(page, paths.doctor.week);
  const act = page.getByRole('checkbox', { name: 'These keys act' });
  await act.uncheck();
  await page.reload();
  await expect(act).not.toBeChecked();
  await page.keyboard.press('?');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await act.check();
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.pathname === paths.doctor.patients);
});

test('in the day the keys are about the visit in whose row the focus is', async ({ open }) => {
  const page = await open('doctor');
  const yesterday = Temporal.Now.zonedDateTimeISO('Europe/London').subtract({ days: 1 });
  const at = yesterday.withPlainTime('03:00').toInstant();
  const [first, second] = [await booked(page, at), await booked(page, at.add({ minutes: 40 }))];
  const buttonOf = (id: string) => rowOf(page, id).getByRole('button', { name: /^Arrived/ });
  await visit(page, paths.doctor.dayOf(first.day));
  await buttonOf(first.id).focus();
  await page.keyboard.press('ArrowDown');
  await expect(linkTo(page, second.id)).toBeFocused();
  await buttonOf(second.id).focus();
  await page.keyboard.press('ArrowUp');
  await expect(linkTo(page, first.id)).toBeFocused();
  for (const [key, days] of [
    ['ArrowLeft', 1],
    ['ArrowRight', 0],
  ] as const) {
    await page.keyboard.press(key);
    const there = Temporal.PlainDate.from(first.day).subtract({ days });
    await page.waitForURL((url) => url.searchParams.get('date') === there.toString());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`\\b${there.day}\\b`));
  }
  await linkTo(page, first.id).focus();
  await page.keyboard.press('m');
  await page.waitForURL((url) => url.pathname === paths.doctor.moveVisit(first.id));
});

test('a visit is moved by a form, which offers the nearest times where that one is taken', async ({
  open,
}) => {
  const page = await open('doctor');
  const { id } = await booked(page, tuesdayIn(4, '07:00'));
  await booked(page, tuesdayIn(4, '10:00'));
  await stored((sql) => sql`update appointments set overbooked = false where id = ${id}`);
  await visit(page, paths.doctor.moveVisit(id));
  await page.getByLabel('Time', { exact: true }).fill('10:10');
  await page.getByRole('button', { name: 'Move the visit' }).click();
  const nearest = page.getByRole('region', { name: 'The nearest free times' }).getByRole('button');
  await expect(nearest).toHaveCount(3);
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('10:10');
  await expectAccessible(page);
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByLabel('Time', { exact: true }).fill('11:05');
  await page.getByLabel('Time', { exact: true }).press('Enter');
  await page.waitForURL(/done=moved/);
  await expect(heading).toContainText('11:05');

  await visit(page, paths.doctor.moveVisit(id));
  await page.getByLabel('Time', { exact: true }).fill('10:10');
  await page.getByRole('button', { name: 'Move the visit' }).click();
  await expect(nearest).toHaveCount(3);
  const label = (await nearest.first().textContent()) ?? '';
  await nearest.first().click();
  await page.waitForURL(/done=moved/);
  await expect(page.getByRole('main')).toContainText('Visit moved');
  await expect(heading).toHaveText(label);
});

test('a visit is booked beside another on purpose, in a lane of its own', async ({ open }) => {
  const page = await open('doctor');
  const there = await booked(page, tuesdayIn(6, '09:00'));
  const guest = await booked(page, tuesdayIn(6, '09:00'));
  await stored(
    (sql) => sql`
      update appointments set scheduled_at = scheduled_at + interval '7 days', ends_at = ends_at + interval '7 days'
       where id = ${guest.id}`,
  );
  await stored((sql) => sql`update appointments set overbooked = false where id = ${there.id}`);
  await visit(page, paths.doctor.bookFor(guest.patient, { day: there.day }));
  await page.getByLabel('Date', { exact: true }).fill(there.day);
  await page.getByLabel('Time', { exact: true }).fill('09:00');
  await page.getByRole('button', { name: 'Book at this time' }).click();
  await expect(page.getByRole('region', { name: 'The nearest free times' }).getByRole('button')).toHaveCount(
    3,
  );
  const reason = page.getByRole('textbox', { name: /Why beside another visit/ });
  await reason.fill('In pain');
  await reason.press('Enter');
  await page.waitForURL(/\/doctor\/visits\/[0-9a-f-]{36}\?done=booked/);
  await expect(page.getByRole('main')).toContainText('In pain');
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  await visit(page, paths.doctor.weekOf(there.day));
  const [left, right] = [await linkTo(page, there.id).boundingBox(), await linkTo(page, id).boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await expect(linkTo(page, id)).toContainText('Overbooked');
});

test('a doctor books a type of visit that patients do not', async ({ open }) => {
  const page = await open('doctor');
  const { patient, day } = await booked(page, tuesdayIn(8, '07:00'));
  await visit(page, paths.doctor.bookFor(patient, { day }));
  await page.getByLabel('Reason').selectOption('Blood test');
  await page.getByLabel('In person or by video').selectOption('In person');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/service=/);
  await expectAccessible(page);
  const times = page.getByRole('main').getByRole('link', { name: /^\d\d:\d\d$/ });
  await times.first().click();
  await expect(page.getByRole('main')).toContainText('10 minutes');
  await page.getByRole('button', { name: 'Book this visit' }).click();
  await page.waitForURL(/done=booked/);
  await expect(page.getByRole('main')).toContainText('Blood test');
});

test('whoever is refused a time twice still has others to choose from', async ({ open }) => {
  const [page, other] = [await open('doctor'), await open('doctor')];
  const { patient, day } = await booked(page, tuesdayIn(7, '07:00'));
  await visit(page, paths.doctor.bookFor(patient, { day }));
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\d\d:\d\d$/ })
    .first()
    .click();
  const submit = page.getByRole('button', { name: 'Book this visit' });
  await submit.waitFor();
  const chosen = page.getByRole('radio', { checked: true });
  let at = new URL(page.url()).searchParams.get('at') ?? '';
  for (let refused = 0; refused < 2; refused += 1) {
    await taken(other, at);
    await submit.click();
    await expect(chosen).not.toHaveValue(at);
    at = await chosen.inputValue();
  }
  await expectAccessible(page);
  await submit.click();
  await page.waitForURL(/done=booked/);
});
