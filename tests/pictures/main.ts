import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import { chromiumOptions } from '../harness/chromium';
import { addressOf, portalPages } from '../harness/portal-pages';
import { type DemoAccount, demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { settled } from '../harness/settled';
import { Viewers } from '../harness/viewers';
import { chartStates } from './chart-states';
import { identityStates } from './identity-states';
import { type PortalState, portalStates } from './states';

/**
 * `npm run pictures -- <folder> [name …]`: every page of the running product and its states, wide and narrow, light and
 * dark. Without a folder only the README's three are made, in docs/pictures.
 */
const [folder, ...names] = process.argv.slice(2);
const sizes = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const satisfies Record<string, BrowserContextOptions>;
const schemes = ['light', 'dark'] as const;
/** Small enough for a page that loads all three. */
const readme = { viewport: { width: 1280, height: 800 } };
const readmePages = { 'patient-home': 'patient', 'doctor-day-chosen': 'doctor', 'admin-audit': 'admin' };

const browser = await chromium.launch(chromiumOptions());
const product = await startProduct(raisedLimits).catch(async (error: unknown) => {
  await browser.close();
  throw error;
});
try {
  const accounts = demoAccounts(product, 2);
  const viewers = new Viewers(browser, product, accounts);
  const pages = [
    ...portalPages,
    ...portalStates(product, newcomerOf(accounts), staffOf(accounts)),
    ...identityStates(product, accounts),
    ...chartStates,
  ];
  if (folder)
    for (const each of pages.filter(isWanted)) await everyView(each, viewers, folder).catch(tell(each));
  else
    for (const [name, file] of Object.entries(readmePages)) await oneView(find(pages, name), viewers, file);
} finally {
  await browser.close();
  await product.stop();
}

function isWanted({ name }: PortalState): boolean {
  return names.length === 0 || names.includes(name);
}

function find(pages: readonly PortalState[], name: string): PortalState {
  const found = pages.find((each) => each.name === name);
  if (!found) throw new Error(`There is no page ${name}.`);
  return found;
}

/** Somebody of whom nothing is known yet. */
function newcomerOf(accounts: readonly DemoAccount[]): DemoAccount {
  const found = accounts.filter(({ role }) => role === 'patient').at(-1);
  if (!found) throw new Error('The demo has no patient.');
  return found;
}

function staffOf(accounts: readonly DemoAccount[]): DemoAccount {
  const found = accounts.filter(({ role }) => role === 'doctor').at(-1);
  if (!found) throw new Error('The demo has no doctor.');
  return found;
}

/** One page that cannot be reached does not keep the others from being seen. */
function tell({ name }: PortalState) {
  return (error: unknown) => {
    console.log(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exitCode = 1;
  };
}

async function oneView(state: PortalState, viewers: Viewers, file: string): Promise<void> {
  const page = await viewers.open(state.viewer, readme);
  await open(state, page);
  await save(page, path.join('docs/pictures', `${file}.png`), false);
  await page.context().close();
}

/** A phone is a window of its own: it has no fine pointer, so that controls have another size. */
async function everyView(state: PortalState, viewers: Viewers, into: string): Promise<void> {
  for (const [size, options] of Object.entries(sizes)) {
    const page = await viewers.open(state.viewer, options);
    try {
      await open(state, page);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await whole(page, options.viewport);
        await save(page, path.join(into, `${state.name}-${size}-${colorScheme}.png`), true);
      }
    } finally {
      await page.context().close();
    }
  }
}

async function open(state: PortalState, page: Page): Promise<void> {
  await page.goto(await addressOf(state, page));
  await settled(page);
  await state.act?.(page);
}

/** As tall as its content: a bar that is fixed to the window would otherwise stand in the middle of a long picture. */
async function whole(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  await page.setViewportSize({ width, height });
  const content = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, content), 6000) });
}

async function save(page: Page, file: string, fullPage: boolean): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
  console.log(file);
}
