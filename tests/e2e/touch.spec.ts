import type { Page } from 'playwright/test';
import { addressOf, portalPages, type Viewer } from '../harness/portal-pages';
import { settled } from '../harness/settled';
import { expect, expectRefusal, test } from './test';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const smallest = 44;

for (const viewer of ['stranger', 'patient', 'doctor', 'admin'] satisfies Viewer[]) {
  test(`what a ${viewer} presses on a phone is as large as a finger`, async ({ open }) => {
    test.setTimeout(180_000);
    const page = await open(viewer === 'stranger' ? null : viewer, phone);
    for (const each of portalPages.filter((portalPage) => portalPage.viewer === viewer)) {
      const address = await addressOf(each, page);
      if (each.status) expectRefusal(page, address);
      await page.goto(address);
      await settled(page);
      expect.soft(await smallTargets(page), each.name).toEqual([]);
    }
  });
}

/** Controls lower than a finger. A link in a sentence or a title is as high as its line (WCAG 2.5.8, "Inline"). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const controls =
      'button, select, summary, textarea, input:not([type=hidden], [type=radio]), nav a, li > a, form :not(p) > a';
    return [...document.querySelectorAll(controls)].flatMap((control) => {
      // Of a tick the words beside it are pressed as well.
      const label =
        control instanceof HTMLInputElement && control.type === 'checkbox' ? control.labels?.[0] : null;
      const { width, height } = (label ?? control).getBoundingClientRect();
      const seen = width > 1 && height > 1;
      return seen && height < least - 0.5
        ? `${Math.round(height)} px: ${control.outerHTML.slice(0, 90)}`
        : [];
    });
  }, smallest);
}
