import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';

export interface Opened {
  /** How many records the page can filter. */
  readonly count: number;
  /** From the address to where they can be filtered, in milliseconds. */
  readonly ready: number;
}

/** Opens the timeline, and waits until the whole chart is there. */
export async function openTimeline(page: Page, id: string): Promise<Opened> {
  const started = performance.now();
  await page.goto(paths.doctor.chart(id, { section: 'timeline' }));
  const status = page.getByRole('status').filter({ hasText: /\d of \d/ });
  await status.waitFor();
  const ready = performance.now() - started;
  return { count: Number((await status.textContent())?.replace(/.* of (\d+) .*/u, '$1')), ready };
}

export async function firstByte(page: Page, address: string): Promise<number> {
  // The timeline fetches the whole chart behind its page: the next page is not to wait for the last one's.
  await page.goto(address, { waitUntil: 'networkidle' });
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.responseStart - entry.requestStart : Number.NaN;
  });
}

/** From a change of the field until the next frame stands. */
export function typed(page: Page, text: string): Promise<number> {
  return page.getByRole('searchbox', { name: 'Search in this chart' }).evaluate(
    (field: HTMLInputElement, value) =>
      new Promise<number>((done) => {
        const start = performance.now();
        field.value = value;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }),
    text,
  );
}

const wheelPixels = 400;

/** As text: what compiles this file names inner functions by a helper that no page has. */
const recordFrames = `
  window.frames_at = [];
  requestAnimationFrame(function note(at) {
    window.frames_at.push(at);
    requestAnimationFrame(note);
  });`;

/** Turns the wheel from the first row to the last. The time of each frame, in milliseconds. */
export async function scrollThrough(page: Page): Promise<number[]> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(700, 500);
  await page.evaluate(recordFrames);
  for (;;) {
    await page.mouse.wheel(0, wheelPixels);
    const atEnd = await page.evaluate(
      () => scrollY + innerHeight >= document.documentElement.scrollHeight - 2,
    );
    if (atEnd) break;
  }
  return page.evaluate(() => {
    const { frames_at: at } = window as unknown as { frames_at: number[] };
    return at.slice(1).map((each, index) => each - (at[index] ?? each));
  });
}
