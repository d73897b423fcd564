import type { Page } from 'playwright';

/** Walks from a page along links: the first whose whole path fits each pattern. Ids differ from start to start. */
export function along(start: string, ...patterns: RegExp[]) {
  return async (page: Page): Promise<string> => {
    let address = start;
    for (const pattern of patterns) {
      await page.goto(address);
      address = await firstLink(page, pattern);
    }
    return address;
  };
}

async function firstLink(page: Page, pattern: RegExp): Promise<string> {
  const links = page.locator('main a[href]');
  await links.first().waitFor({ state: 'attached' });
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const href = hrefs.find((each) => pattern.test(each));
  if (!href) throw new Error(`No link on ${page.url()} fits ${pattern}: ${hrefs.join(' ')}`);
  return href;
}
