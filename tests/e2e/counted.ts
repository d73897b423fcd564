import type { Locator } from 'playwright/test';

/** Presses, and counts. */
export function counted() {
  let clicks = 0;
  return {
    press: async (target: Locator) => {
      clicks += 1;
      await target.click();
    },
    clicks: () => clicks,
  };
}
