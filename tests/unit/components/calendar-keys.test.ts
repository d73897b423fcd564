import { createElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CalendarHelp } from '#components/appointments/calendar-help';
import { markupOf } from '../../harness/drawn';

const browser = vi.hoisted(() => ({
  on: true,
  opened: [] as string[],
  press: (_event: object) => {},
}));
vi.mock('next/navigation', async (original) => ({
  ...(await original<typeof import('next/navigation')>()),
  useRouter: () => ({ push: (href: string) => browser.opened.push(href) }),
}));
vi.mock('#components/appointments/use-single-keys', () => ({
  useSingleKeys: () => ({ on: browser.on, turn() {} }),
}));
// Drawn once, as text: what would be done in a browser is done then.
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  useLayoutEffect: (act: () => void) => act(),
}));

beforeEach(() => {
  Object.assign(browser, { on: true, opened: [], press: () => {} });
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('document', {
    addEventListener: (_type: string, act: (event: object) => void) => {
      browser.press = act;
    },
    // No visit is shown.
    querySelectorAll: () => [],
    activeElement: null,
  });
});
afterEach(() => vi.unstubAllGlobals());

const steps = { previousHref: '/before', todayHref: '/now', nextHref: '/after', day: '2026-03-24' };
const pressed = (key: string, more = {}) => {
  const help = createElement(CalendarHelp, { view: 'day', ...steps });
  markupOf(help);
  browser.press({ key, shiftKey: false, target: null, preventDefault() {}, ...more });
  return browser.opened;
};

it.each([
  ['ArrowLeft', '/before'],
  ['ArrowRight', '/after'],
  ['t', '/now'],
  // The day goes along to whoever is chosen.
  ['n', '/doctor/patients?day=2026-03-24'],
  ['b', '/doctor/hours/away?day=2026-03-24'],
])('%s opens %s where no visit lies that way', (key, href) => {
  expect(pressed(key)).toEqual([href]);
});

it('an arrow that is held down turns one page, not a page each moment', () => {
  expect(pressed('ArrowRight', { repeat: true })).toEqual([]);
});

it('none acts with others that belong to the browser, nor where they are turned off', () => {
  expect(pressed('ArrowLeft', { altKey: true })).toEqual([]);
  expect(pressed('ArrowLeft', { shiftKey: true })).toEqual([]);
  browser.on = false;
  browser.press = () => {};
  expect(pressed('ArrowLeft')).toEqual([]);
});
