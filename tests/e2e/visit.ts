import AxeBuilder from '@axe-core/playwright';
import type { Page, Response } from 'playwright/test';
import { allowedStyleAttributes } from '#lib/transport/style-attributes';
import { settled, still } from '../harness/settled';
import { expect, expectRefusal } from './test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds the page as it stands to every rule of axe. */
export const expectAccessible = (page: Page): Promise<void> =>
  expectNoFault(page, (axe) => axe.withTags(standards));

/** After another theme: of a page that is accessible, colours alone can have become worse. */
export const expectContrast = (page: Page): Promise<void> =>
  expectNoFault(page, (axe) => axe.withRules(['color-contrast']));

/** What axe finds wrong, in a form that names rule, place and reason. */
async function expectNoFault(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await still(page);
  // Without frames axe needs no page of its own to put what it found together, which takes more than half of its time.
  expect(page.frames(), `frames of ${page.url()}`).toHaveLength(1);
  const { violations } = await rules(new AxeBuilder({ page }).setLegacyMode()).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Opens an address and holds what comes to the rules of every page. */
export async function visit(page: Page, address: string, status = 200): Promise<Response> {
  if (status >= 400) expectRefusal(page, address);
  const response = await page.goto(address);
  if (!response) throw new Error(`${address} gave no answer.`);
  expect(response.status(), `status of ${address}`).toBe(status);
  expectNoForeignStyles(await response.text(), address);
  await settled(page);
  await expectAccessible(page);
  return response;
}

/** The policy would block any style attribute but the library's own five; so a page must not depend on one. */
function expectNoForeignStyles(html: string, address: string): void {
  const found = [...html.matchAll(/<[a-z][^>]*?\sstyle="([^"]*)"/gi)].map(([, text]) => decoded(text ?? ''));
  const foreign = found.filter((text) => !allowedStyleAttributes.some((allowed) => allowed === text));
  expect(foreign, `style attributes of ${address}`).toEqual([]);
}

const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
