import { chromium } from 'playwright';
import { chromiumOptions } from '../harness/chromium';
import { addressOf, type PortalPage, portalPages } from '../harness/portal-pages';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { Viewers } from '../harness/viewers';
import { scriptSizes } from './script-sizes';

/**
 * `npm run bench:js -- [part of a name]`: how much JavaScript each page, or each so named, loads into an empty cache,
 * beside its budget. Counted as gzip -9 of each script file that Chromium asked for, which does not depend on the
 * server's own setting.
 */
const kilobyte = 1000;
const [named = ''] = process.argv.slice(2);

/** KB of gzip: a page that only asks or tells something; the portals. */
function budgetOf({ name, viewer }: PortalPage): number {
  if (name.startsWith('patient-book')) return 245;
  return { stranger: 150, patient: 175, doctor: 260, admin: 200 }[viewer];
}

const browser = await chromium.launch(chromiumOptions());
const product = await startProduct(raisedLimits).catch(async (error: unknown) => {
  await browser.close();
  throw error;
});
try {
  const viewers = new Viewers(browser, product, demoAccounts(product));
  console.log(`${'page'.padEnd(26)} ${'KB'.padStart(6)} ${'budget'.padStart(7)} ${'files'.padStart(6)}`);
  for (const each of portalPages.filter(({ name }) => name.includes(named)))
    await report(each, viewers).catch((error: unknown) => fail(each, error));
} finally {
  await browser.close();
  await product.stop();
}

async function report(portalPage: PortalPage, viewers: Viewers): Promise<void> {
  const guide = await viewers.open(portalPage.viewer);
  const address = await addressOf(portalPage, guide);
  await guide.context().close();
  const page = await viewers.open(portalPage.viewer);
  const sizes = await scriptSizes(page, address);
  await page.context().close();
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / kilobyte;
  const budget = budgetOf(portalPage);
  const over = kilobytes > budget ? '  over budget' : '';
  console.log(
    `${portalPage.name.padEnd(26)} ${kilobytes.toFixed(1).padStart(6)} ${String(budget).padStart(7)} ${String(sizes.length).padStart(6)}${over}`,
  );
  if (over) process.exitCode = 1;
}

function fail({ name }: PortalPage, error: unknown): void {
  console.log(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  process.exitCode = 1;
}
