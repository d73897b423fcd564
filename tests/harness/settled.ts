import type { Page } from 'playwright';

/** Streamed parts have replaced their skeletons, and the fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('.skeleton-late').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
