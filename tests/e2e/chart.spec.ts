import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { writeRecord } from './clinic-steps';
import { expect, test } from './test';
import { expectAccessible } from './visit';

const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search in this chart' });
const counted = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ of \d+ records/ });

/** Finds Gus by what was typed, and opens his chart. */
async function findGus(page: Page, typed: string): Promise<string> {
  await page.goto(paths.doctor.patients);
  await page.getByRole('searchbox').locator('visible=true').first().fill(typed);
  await page.keyboard.press('Enter');
  await page.waitForURL(/search=/);
  const link = page.getByRole('main').getByRole('link', { name: /Gus/ });
  await expect(link).toHaveCount(1);
  expect(page.url()).not.toContain(encodeURIComponent(typed));
  await link.click();
  await page.waitForURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test('a patient is found by name, birth date and number, and their chart is filtered as one types', async ({
  open,
}) => {
  const page = await open('doctor');
  const chart = await findGus(page, 'gus');
  const banner = page.getByRole('region', { name: 'Patient' });
  const [born] = /\d{1,2} \w{3} \d{4}/.exec(await banner.innerText()) ?? [];
  const [number] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await banner.innerText()) ?? [];
  expect(await findGus(page, born ?? '')).toBe(chart);
  expect(await findGus(page, (number ?? '').toLowerCase())).toBe(chart);

  const patientId = chart.split('/').at(-1) ?? '';
  await page.goto(paths.doctor.newRecord(patientId, 'diagnosis'));
  await writeRecord(page, 'Add diagnosis', { Diagnosis: 'Quokka bite' });
  await page.goto(paths.doctor.chart(patientId, { section: 'timeline' }));
  await expect(counted(page)).toBeVisible();
  await expectAccessible(page);

  await test.step('the words fit any part of a row, and the count is told', async () => {
    await searchField(page).pressSequentially('quokka');
    await expect(counted(page)).toHaveText(/^[1-9]\d* of \d+ records$/);
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /Quokka bite/ })
        .first(),
    ).toBeVisible();
    await page.getByRole('combobox', { name: 'Kind of record' }).selectOption('notes');
    await expect(counted(page)).toHaveText(/^0 of/);
    await expect(page.getByText('None of this kind')).toBeVisible();
    expect(page.url()).not.toContain('quokka');
  });

  await test.step('the keyboard alone reaches a record', async () => {
    await page.getByRole('combobox', { name: 'Kind of record' }).selectOption('');
    await searchField(page).focus();
    const row = page
      .getByRole('main')
      .getByRole('link', { name: /Quokka bite/ })
      .first();
    for (
      let steps = 0;
      steps < 20 && !(await row.evaluate((link) => link === document.activeElement));
      steps += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/records\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quokka bite');
  });
});

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 700 },
]) {
  test(`the banner stays in sight while one scrolls, and covers nothing that has the focus, at ${viewport.width}`, async ({
    open,
  }) => {
    const page = await open('doctor', { viewport });
    const chart = await findGus(page, 'gus');
    await page.goto(`${chart}?section=timeline`);
    await expect(counted(page)).toBeVisible();
    const banner = page.getByRole('region', { name: 'Patient' });
    await page.getByRole('main').locator('li a[href*="/records/"]').nth(30).focus();
    await page.evaluate(() => window.scrollBy(0, 400));
    await expect(banner).toBeInViewport({ ratio: 1 });
    await expect(banner).toContainText('Gus');
    for (let steps = 0; steps < 8; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      const [focused, covering] = await Promise.all([
        page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0),
        banner.evaluate((element) => element.getBoundingClientRect().bottom),
      ]);
      expect(focused).toBeGreaterThanOrEqual(covering);
    }
  });
}

test('whoever scrolls on reaches every record of a chart, each once, and the page holds those nearby', async ({
  open,
}) => {
  const page = await open('doctor');
  const chart = await findGus(page, 'gus');
  await page.goto(`${chart}?section=timeline`);
  await expect(counted(page)).toBeVisible();
  const all = Number(/of (\d+)/.exec((await counted(page).textContent()) ?? '')?.[1]);
  expect(all).toBeGreaterThan(100);
  const reached = new Map<string, string>();
  const look = async () => {
    // At once: rows leave the page between one question and the next.
    const there = await page.evaluate(() =>
      [...document.querySelectorAll('main ol ol a[href*="/records/"]')].map((link) => [
        link.getAttribute('href') ?? '',
        `${link.closest('div')?.previousElementSibling?.textContent} ${link.parentElement?.ariaPosInSet}`,
      ]),
    );
    expect(there.length).toBeLessThan(all);
    for (const [href = '', place = ''] of there) reached.set(href, place);
  };
  await page.mouse.move(700, 500);
  await expect(async () => {
    await look();
    await page.mouse.wheel(0, 600);
    expect(reached.size).toBe(all);
  }).toPass({ intervals: [50] });
  expect(new Set(reached.values()).size).toBe(all);
});

test('a row that has the focus stays where it is when the page is scrolled far from it', async ({ open }) => {
  const page = await open('doctor');
  const chart = await findGus(page, 'gus');
  await page.goto(`${chart}?section=timeline`);
  await expect(counted(page)).toBeVisible();
  const rows = page.getByRole('main').locator('ol ol a[href*="/records/"]');
  const href = await rows.nth(1).getAttribute('href');
  const first = rows.first();
  const firstHref = await first.getAttribute('href');
  await rows.nth(1).focus();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole('main').locator(`a[href="${firstHref}"]`)).toBeAttached();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href);
  await page.keyboard.press('Shift+Tab');
  await expect(first).toBeFocused();
});

test('a second chart in another tab is told of, and no more once it is left', async ({ open }) => {
  const page = await open('doctor');
  await findGus(page, 'gus');
  const other = await page.context().newPage();
  await other.goto(paths.doctor.patients);
  await other.getByRole('main').locator('table a').filter({ hasNotText: 'Gus' }).first().click();
  const hint = page.getByText('is open in another tab');
  await expect(hint).toBeVisible();
  await expect(other.getByText('is open in another tab')).toBeVisible();
  await other.goto(paths.doctor.patients);
  await expect(hint).toBeHidden();
});

test('without script the timeline has its older records, its filters and its search', async ({ open }) => {
  const page = await open('doctor', { javaScriptEnabled: false });
  const chart = await findGus(page, 'gus');
  await page.goto(`${chart}?section=timeline`);
  const rows = page.getByRole('main').locator('ol ol a[href*="/records/"]');
  const first = await rows.first().getAttribute('href');
  await page.getByRole('link', { name: 'Older records' }).click();
  await page.waitForURL(/[?&]before=/);
  expect(await rows.first().getAttribute('href')).not.toBe(first);
  await page.getByRole('link', { name: 'Back to the newest' }).click();
  await page.waitForURL((url) => !url.searchParams.has('before'));
  await page.getByRole('combobox', { name: 'Kind of record' }).selectOption('vaccinations');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/group=vaccinations/);
  // Not what is laid out: rows far out of sight are not.
  const kinds = await rows.allTextContents();
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter((text) => !text.includes('Vaccination'))).toEqual([]);
  await searchField(page).fill('influenza');
  await page.getByRole('button', { name: 'Search in all texts' }).click();
  await expect(page).toHaveURL(/search=words/);
  await expect(page.getByRole('status')).toContainText('found for “influenza”');
});
