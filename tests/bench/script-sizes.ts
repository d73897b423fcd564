import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { settled } from '../harness/settled';

/** Each script file that Chromium asks for on the way to an address, in bytes of gzip -9. */
export async function scriptSizes(page: Page, address: string): Promise<number[]> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(compressed(request.response()));
  });
  await page.goto(address);
  await settled(page);
  await page.waitForLoadState('networkidle');
  return Promise.all(sizes);
}

async function compressed(answer: Promise<{ body(): Promise<Buffer> } | null>): Promise<number> {
  const body = await (await answer)?.body();
  return body ? gzipSync(body, { level: 9 }).byteLength : 0;
}
