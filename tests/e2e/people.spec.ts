import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { openAccount, withReason } from './admin-steps';
import { mailedLink } from './mailed-link';
import { newPerson, type Person } from './person';
import { signInAsNewAdmin } from './staff-steps';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

/** Whether the page's own session still stands, as its frame asks in the background. */
const stateOf = (page: Page) =>
  page.evaluate(async (address) => {
    const { state, reason } = await (await fetch(address)).json();
    return reason ?? state;
  }, paths.sessionState);

/** Somebody new, signed in in a browser of their own. */
async function signedIn(page: Page, person: Person): Promise<void> {
  await signUp(page, person);
  await signInAs(page, person);
}

test('an admin invites, disables and signs out', async ({ open }) => {
  test.setTimeout(150_000);
  const admin = await open();
  await signInAsNewAdmin(admin, 'Kari');
  await test.step('a doctor is invited, found among the invited, and the invitation withdrawn', async () => {
    const [stranger, person] = [await open(), newPerson('Ines')];
    await visit(admin, paths.admin.invite);
    const invite = async () => {
      await admin.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
      await admin.getByRole('textbox', { name: 'Name for patients' }).fill(`Dr ${person.lastName}`);
      await admin.getByRole('textbox', { name: 'Speciality' }).fill('General practice');
      await admin.getByRole('button', { name: 'Send invitation' }).click();
    };
    await invite();
    await admin.waitForURL(/done=invited/);
    await expectAccessible(admin);
    const link = await mailedLink(person.email);
    await openAccount(admin, person.email);
    await expect(admin.getByText('Invited, not yet accepted')).toBeVisible();
    await admin.goto(paths.admin.peopleOf({ state: 'invited' }));
    await expect(admin.getByRole('table')).toContainText(person.email);
    await openAccount(admin, person.email);
    const withdraw = () => admin.getByRole('button', { name: 'Withdraw the invitation' }).click();
    await withdraw();
    await admin.waitForURL(/done=withdrawn/);
    await stranger.goto(link);
    await stranger.getByLabel('Password', { exact: true }).fill(person.password);
    await stranger.getByRole('button', { name: 'Create account' }).click();
    await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible();
  });
  await test.step('an account that is disabled is out in its own browser within a second, and in again once it is open', async () => {
    const [there, person] = [await open(), newPerson('Odd')];
    await signedIn(there, person);
    await openAccount(admin, person.email);
    await expectAccessible(admin);
    await expect(admin.getByRole('main')).toContainText('Signed in');
    await admin.getByRole('link', { name: 'Disable account' }).click();
    await withReason(admin, 'Sold visits', 'Disable account')();
    await admin.waitForURL(/done=disabled/);
    // Their open page is told, and asks for nothing.
    await there.waitForURL(/\/sign-in\?reason=disabled/, { timeout: 5_000 });
    await expect(admin.getByText('Sold visits')).toBeVisible();
    await expect(admin.getByText('Nowhere at the moment.')).toBeVisible();
    await admin.getByRole('link', { name: 'Open account again' }).click();
    await withReason(admin, 'A mistake', 'Open account')();
    await admin.waitForURL(/done=enabled/);
    await there.goto(paths.signIn);
    await signInAs(there, person);
  });
  await test.step('an admin ends a session, and its owner is told who did', async () => {
    const [there, person] = [await open(), newPerson('Runa')];
    await signedIn(there, person);
    await openAccount(admin, person.email);
    const end = () => admin.getByRole('button', { name: 'End all sessions' }).click();
    await end();
    await admin.waitForURL(/done=ended/);
    await there.waitForURL(/\/sign-in\?reason=ended_by_clinic/);
  });
});

test('two admins help with a lost phone, and give a role', async ({ open }) => {
  test.setTimeout(150_000);
  const [admin, second] = [await open(), await open()];
  await signInAsNewAdmin(admin, 'Liv');
  await signInAsNewAdmin(second, 'Maja');
  await test.step('help with a lost phone: a button, a reason, a second admin, and a mail that stops it without signing in', async () => {
    const [there, stranger, person] = [await open(), await open(), newPerson('Vidar')];
    await signedIn(there, person);
    await openAccount(admin, person.email);
    await admin.getByRole('link', { name: 'Help with lost factors' }).click();
    const ask = async () => {
      await admin.getByText('In person, with an identity document').click();
      await withReason(admin, 'Phone in the lake', 'Ask for approval')();
    };
    await ask();
    await admin.waitForURL(/done=asked/);
    await admin.getByRole('link', { name: 'See the approval' }).click();
    await admin.waitForURL(/\/admin\/approvals\//);
    await second.goto(new URL(admin.url()).pathname);
    await expect(second.getByText('Phone in the lake')).toBeVisible();
    const agree = () => second.getByRole('button', { name: 'Agree' }).click();
    await agree();
    await second.waitForURL(/done=approved/);
    await visit(stranger, await mailedLink(person.email, /will be recovered/));
    await second.reload();
    await expect(second.getByText('Stopped by the owner')).toHaveCount(0);
    await stranger.getByRole('button', { name: 'I did not ask for this: stop it' }).click();
    await stranger.waitForURL(/reason=recovery_stopped/);
    await second.reload();
    await expect(second.getByText('Stopped by the owner').first()).toBeVisible();
    expect(await stateOf(there)).toBe('live');
  });
  await test.step('a role is asked for by one admin and given by the other: patients find the new doctor', async () => {
    const [there, patient, person] = [await open(), await open('otherPatient'), newPerson('Tove')];
    const name = `Dr Tove ${person.lastName}`;
    await signedIn(there, person);
    await openAccount(admin, person.email);
    await admin.getByRole('link', { name: 'Change role' }).click();
    const ask = async () => {
      await admin.getByText('Works with the records of their own patients.').click();
      await admin.getByRole('textbox', { name: 'Name for patients' }).fill(name);
      await admin.getByRole('textbox', { name: 'Speciality' }).fill('General practice');
      await expectAccessible(admin);
      await withReason(admin, 'Has qualified', 'Ask for approval')();
    };
    await ask();
    await admin.waitForURL(/done=asked/);
    await admin.getByRole('link', { name: 'See the approval' }).click();
    await admin.waitForURL(/\/admin\/approvals\//);
    await expect(admin.getByText('You asked for this, so another admin has to decide.')).toBeVisible();
    const approval = new URL(admin.url()).pathname;
    await visit(second, approval);
    const agree = () => second.getByRole('button', { name: 'Agree' }).click();
    await agree();
    await second.waitForURL(/done=approved/);
    await there.waitForURL(/\/sign-in\?reason=ended_by_clinic/);
    await patient.goto(paths.patient.book);
    await expect(patient.getByRole('main').getByText(name, { exact: true })).toBeVisible();
  });
});
