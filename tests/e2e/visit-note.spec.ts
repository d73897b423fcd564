import { paths } from '#lib/platform/paths';
import { counted } from './counted';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const aVisit = /\/doctor\/visits\/[0-9a-f-]{36}$/;
const aRecord = /\/records\/[0-9a-f-]{36}/;

test('a doctor writes the note of a visit, signs it and prescribes in six clicks from the day', async ({
  open,
}) => {
  const page = await open('doctor');
  await visit(page, paths.doctor.day);
  const { press, clicks } = counted();
  const main = page.getByRole('main');
  await press(main.getByRole('link', { name: /Louis Erdman/ }));
  await page.waitForURL(/[?&]visit=/);
  await press(page.getByRole('link', { name: 'Open visit' }));
  await page.waitForURL(aVisit);

  await press(page.getByRole('link', { name: 'Write the note' }));
  const text = page.getByRole('textbox', { name: /^Text/ });
  await expect(text).toHaveValue(/Assessment:/);
  await text.fill('Assessment:\nTonsillitis\n\nPlan:\nPenicillin for ten days');
  await press(page.getByRole('button', { name: 'Sign and add note' }));
  await page.waitForURL(aRecord);
  await expect(main).toContainText('Penicillin for ten days');
  await expectAccessible(page);

  await press(page.getByRole('link', { name: 'New prescription' }));
  await page.getByRole('combobox', { name: /^Medicine and strength/ }).fill('Phenoxymethylpenicillin 500 mg');
  await page.getByRole('textbox', { name: /^How to take it/ }).fill('One tablet three times a day');
  await press(page.getByRole('button', { name: 'Add prescription' }));
  await expect(page.getByText('Record added. The patient can read it now.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Phenoxymethylpenicillin 500 mg');
  expect(clicks()).toBeLessThanOrEqual(6);
});
