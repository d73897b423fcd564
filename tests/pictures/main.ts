import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumOptions } from '../harness/chromium';
import { addressOf, type PortalPage, portalPages } from '../harness/portal-pages';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { settled } from '../harness/settled';
import { Viewers } from '../harness/viewers';

/**
 * `npm run pictures -- <folder>`: every page of the running product, wide and narrow, light and dark. Without a folder
 * only the README's three are made, in docs/pictures.
 */
const [folder] = process.argv.slice(2);
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const schemes = ['light', 'dark'] as const;
const readme = ['patient-home', 'doctor-day', 'admin-audit'];

const product = await startProduct(raisedLimits);
const browser = await chromium.launch(chromiumOptions());
try {
  const viewers = new Viewers(browser, product, demoAccounts(product));
  const wanted = folder ? portalPages : portalPages.filter(({ name }) => readme.includes(name));
  for (const each of wanted) {
    const page = await viewers.open(each.viewer);
    await (folder ? everyView(each, page, folder) : oneView(each, page)).catch(tell(each));
    await page.context().close();
  }
} finally {
  await browser.close();
  await product.stop();
}

/** One page that cannot be reached does not keep the others from being seen. */
function tell({ name }: PortalPage) {
  return (error: unknown) => {
    console.log(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exitCode = 1;
  };
}

async function oneView(portalPage: PortalPage, page: Page): Promise<void> {
  const { name } = portalPage;
  await page.setViewportSize(sizes.desktop);
  await open(portalPage, page);
  await save(page, path.join('docs/pictures', `${name.split('-', 1)[0]}.png`), false);
}

async function everyView(portalPage: PortalPage, page: Page, into: string): Promise<void> {
  await page.setViewportSize(sizes.desktop);
  await open(portalPage, page);
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await whole(page, viewport);
      await save(page, path.join(into, `${portalPage.name}-${size}-${colorScheme}.png`), true);
    }
  }
}

async function open(portalPage: PortalPage, page: Page): Promise<void> {
  await page.goto(await addressOf(portalPage, page));
  await settled(page);
}

/** As tall as its content: a bar that is fixed to the window would otherwise stand in the middle of a long picture. */
async function whole(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  const content = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, content), 6000) });
}

async function save(page: Page, file: string, fullPage: boolean): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
  console.log(file);
}
