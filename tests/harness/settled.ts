import type { Page } from 'playwright';

/** Streamed parts have replaced their skeletons, the fonts are there, and no colour is on its way to another. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('.skeleton-late').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await still(page);
}

/** After another theme or size: a colour half way between two has a contrast of its own. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
}
