import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { counted } from './counted';
import { newPerson } from './person';
import { expect, test } from './test';
import { visit } from './visit';

test('a visit is booked in three presses from the home page', async ({ open }) => {
  const [page, person] = [await open(), newPerson()];
  await signUp(page, person);
  await signInAs(page, person);
  await visit(page, paths.patient.home);
  const main = page.getByRole('main');
  const { press, clicks } = counted();
  await press(main.getByRole('link', { name: 'Book a visit' }).first());
  const henrik = main.getByRole('listitem').filter({ hasText: 'Henrik Lindqvist' });
  await press(henrik.getByRole('button', { name: /\d\d:\d\d/ }).last());
  await press(page.getByRole('button', { name: 'Book this visit' }));
  await page.waitForURL(/\/patient\/visits\/[0-9a-f-]{36}\?done=booked/);
  expect(clicks()).toBe(3);
});
