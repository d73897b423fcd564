import { signIn } from '../harness/viewers';
import { account, cookiesOf, parts } from './scene';
import { test } from './test';

// Everybody signs in once: a code counts once in 30 seconds, so that later tests begin with the cookies of here.
for (const part of parts) {
  test(`${part} signs in`, async ({ open }) => {
    const page = await open();
    await signIn(page, account(part));
    await page.context().storageState({ path: cookiesOf(part) });
  });
}
