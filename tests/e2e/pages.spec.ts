import type { Page } from 'playwright/test';
import { addressOf, portalPages } from '../harness/portal-pages';
import { expect, test } from './test';
import { expectAccessible, expectContrast, visit } from './visit';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** WCAG 1.4.10: 1280 px at 400 % zoom. */
const zoomed = { width: 320, height: 256 };

for (const portalPage of portalPages) {
  test(`${portalPage.name} is accessible and fits, wide and narrow, light and dark`, async ({ open }) => {
    const { viewer, status } = portalPage;
    const page = await open(viewer === 'stranger' ? null : viewer, { colorScheme: 'light' });
    await page.setViewportSize(desktop);
    await visit(page, await addressOf(portalPage, page), status);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page);
    await page.setViewportSize(phone);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectContrast(page);
    await page.setViewportSize(zoomed);
    await expectNoSidewaysScroll(page);
  });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, content, widest } = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('main *, header *, nav *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1,
    );
    return { width: clientWidth, content: scrollWidth, widest: beyond.at(-1)?.outerHTML.slice(0, 200) ?? '' };
  });
  expect(content, `sideways scroll at ${width} px: ${widest}`).toBeLessThanOrEqual(width);
}
