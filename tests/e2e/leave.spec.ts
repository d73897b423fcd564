import { paths } from '#lib/platform/paths';
import { booked, tuesdayIn } from './booked-visit';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

test('a doctor calls off every visit that stands in a leave at once, with one reason', async ({ open }) => {
  const doctor = await open('doctor');
  const first = await booked(doctor, tuesdayIn(14, '10:00'));
  await booked(doctor, tuesdayIn(14, '11:00'));
  await visit(doctor, paths.doctor.away);
  await doctor.getByLabel('First day').fill(first.day);
  await doctor.getByRole('button', { name: 'Add', exact: true }).click();
  await doctor.waitForURL(/done=added/);
  const main = doctor.getByRole('main');
  await expect(main).toContainText('2 visits stand in this time');
  await doctor.getByRole('link', { name: 'Cancel several at once…' }).click();
  await expect(doctor.getByRole('heading', { level: 1 })).toHaveText('Cancel the visits in this time');
  await expectAccessible(doctor);
  await doctor.getByLabel('Why?').fill('The doctor is away');
  await doctor.getByRole('button', { name: 'Cancel 2 visits' }).click();
  await doctor.waitForURL(/done=cancelled/);
  await expect(main.getByRole('status')).toContainText('Cancelled.');
  await expect(main).not.toContainText('stand in this time');
  await visit(doctor, paths.doctor.visit(first.id));
  await expect(main).toContainText('The doctor is away');
  await visit(doctor, paths.doctor.away);
  await doctor
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await doctor.waitForURL(/done=removed/);
});
