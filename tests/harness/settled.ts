import type { Page } from 'playwright';

/** Streamed parts have replaced their skeletons, the fonts are there, and no colour is on its way to another. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('.skeleton-late').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await still(page);
}

/**
 * After another theme or size: a colour half way between two has a contrast of its own. Ended, not awaited; and looked
 * for again two frames later, because what inherits a colour sets out only once the one above it has arrived.
 */
export async function still(page: Page): Promise<void> {
  while ((await endAnimations(page)) > 0);
}

/** How many have begun since. Those without an end, such as a spinner's, are let be. */
function endAnimations(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      ).length;
  });
}
