import type { Locator, Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { book, chooseTime } from './clinic-steps';
import { mailedLink } from './mailed-link';
import { newPerson } from './person';
import { account } from './scene';
import { expect, test } from './test';

const mostStops = 60;

/** Tab, until that control has the focus and shows it. No pointer is used anywhere here. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(target)) return expectFocusShown(page);
  }
  throw new Error(`${mostStops} stops of Tab do not reach ${target}.`);
}

const isFocused = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** WCAG 2.4.7, and 2.4.11: the focus is seen, and no fixed bar covers it. */
async function expectFocusShown(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return 'nothing has the focus';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || outlineWidth === '0px')
      return `no outline: ${element.outerHTML.slice(0, 120)}`;
    const { left, top, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return above && !element.contains(above) && !above.contains(element) ? 'covered' : 'shown';
  });
  expect(shown).toBe('shown');
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('signs in and books a visit by keyboard alone', async ({ open }) => {
  const page = await open();
  const { email, password } = account('otherPatient');
  await page.goto(paths.signIn);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await type(page, page.getByRole('textbox', { name: 'E-mail' }), email);
  await type(page, page.getByLabel('Password', { exact: true }), 'wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  await type(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === paths.patient.home);

  const main = page.getByRole('main');
  await press(
    page,
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Visits' }).first(),
  );
  await page.waitForURL((url) => url.pathname === paths.patient.visits);
  await press(page, main.getByRole('link', { name: 'Book a visit' }).first());
  await page.waitForURL((url) => url.pathname === paths.patient.book);
  await press(page, main.getByRole('link', { name: 'Priya Raman' }));
  await expect(page.getByRole('navigation', { name: 'Days' })).toBeVisible();
  await press(
    page,
    page
      .getByRole('navigation', { name: 'Days' })
      .getByRole('link', { name: /\d+ free/ })
      .last(),
  );
  // Until then the times of another day stand there, and go with the focus on them.
  await page.waitForURL(/[?&]day=/);
  await press(page, main.getByRole('button', { name: /^\d\d:\d\d$/ }).first());
  await page.waitForURL(/[?&]review=/);
  await type(page, page.getByRole('textbox', { name: /What is it about/ }), 'By keyboard');
  await press(page, page.getByRole('button', { name: 'Book this visit' }));
  await page.waitForURL(/\/patient\/visits\/[0-9a-f-]{36}/);
  await expect(main).toContainText('By keyboard');
});

test('moves a visit from its mail by keyboard alone', async ({ open }) => {
  test.setTimeout(180_000);
  const [person, patient] = [newPerson(), await open()];
  await signUp(patient, person);
  await signInAs(patient, person);
  await chooseTime(patient, 'Priya Raman');
  await book(patient, 'By keyboard');

  const page = await open();
  await page.goto(await mailedLink(person.email, /A visit is booked/));
  const main = page.getByRole('main');
  await press(page, main.getByRole('link', { name: /^\d\d:\d\d$/ }).first());
  const move = main.getByRole('button', { name: 'Move visit' });
  await expect(move).toBeVisible();
  await press(page, move);
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Visit moved');
});
