import { type BrowserContextOptions, test as base, expect, type Page } from 'playwright/test';
import { Complaints } from './complaints';
import { cookiesOf, type Part, scene } from './scene';

export { expect };

/** A window of somebody's browser. Nobody means a stranger. */
export type Open = (part?: Part | null, options?: BrowserContextOptions) => Promise<Page>;

const complaintsOf = new WeakMap<Page, Complaints>();

/** This page is about to be refused with a status that the console will mention. */
export function expectRefusal(page: Page, address: string): void {
  complaintsOf.get(page)?.expectRefusal(new URL(address, scene().product.origin).href);
}

/**
 * `open` gives windows that are watched: a console error, an uncaught error or a breach of the content security policy
 * in any of them fails the test.
 */
export const test = base.extend<{ open: Open }>({
  open: async ({ browser }, use) => {
    const watched: { page: Page; complaints: Complaints }[] = [];
    await use(async (part = null, options = {}) => {
      const context = await browser.newContext({
        baseURL: scene().product.origin,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        ...(part && { storageState: cookiesOf(part) }),
        ...options,
      });
      const complaints = await Complaints.of(context);
      const page = await context.newPage();
      complaintsOf.set(page, complaints);
      watched.push({ page, complaints });
      return page;
    });
    const heard = watched.flatMap(({ complaints }) => complaints.list());
    await Promise.all(watched.map(({ page }) => page.context().close()));
    expect(heard, 'what browsers complained about').toEqual([]);
  },
});
