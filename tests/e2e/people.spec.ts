import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { openAccount, surely, withReason } from './admin-steps';
import { mailedLink } from './mailed-link';
import { newPerson, type Person } from './person';
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

test('a doctor is invited, found among the invited, and the invitation withdrawn', async ({ open }) => {
  const [admin, stranger, person] = [await open('admin'), await open(), newPerson('Ines')];
  await visit(admin, paths.admin.invite);
  const invite = async () => {
    await admin.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
    await admin.getByRole('textbox', { name: 'Name for patients' }).fill(`Dr ${person.lastName}`);
    await admin.getByRole('textbox', { name: 'Speciality' }).fill('General practice');
    await admin.getByRole('button', { name: 'Send invitation' }).click();
  };
  await surely(admin, 'admin', invite, /done=invited/);
  await expectAccessible(admin);
  const link = await mailedLink(person.email);
  await openAccount(admin, person.email);
  await expect(admin.getByText('Invited, not yet accepted')).toBeVisible();
  await admin.goto(paths.admin.peopleOf({ state: 'invited' }));
  await expect(admin.getByRole('table')).toContainText(person.email);
  await openAccount(admin, person.email);
  const withdraw = () => admin.getByRole('button', { name: 'Withdraw the invitation' }).click();
  await surely(admin, 'admin', withdraw, /done=withdrawn/);
  await stranger.goto(link);
  await stranger.getByLabel('Password', { exact: true }).fill(person.password);
  await stranger.getByRole('button', { name: 'Create account' }).click();
  await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible();
});

test('an account that is disabled is out in its own browser within a second, and in again once it is open', async ({
  open,
}) => {
  const [admin, there, person] = [await open('admin'), await open(), newPerson('Odd')];
  await signedIn(there, person);
  await openAccount(admin, person.email);
  await expectAccessible(admin);
  await expect(admin.getByRole('main')).toContainText('Signed in');
  await admin.getByRole('link', { name: 'Disable account' }).click();
  await surely(admin, 'admin', withReason(admin, 'Sold visits', 'Disable account'), /done=disabled/);
  await expect.poll(() => stateOf(there), { timeout: 1000 }).toBe('account_disabled');
  await there.goto(paths.patient.records);
  await expect(there).toHaveURL(/\/sign-in\?reason=disabled/);
  await expect(admin.getByText('Sold visits')).toBeVisible();
  await expect(admin.getByText('Nowhere at the moment.')).toBeVisible();
  await admin.getByRole('link', { name: 'Open account again' }).click();
  await surely(admin, 'admin', withReason(admin, 'A mistake', 'Open account'), /done=enabled/);
  await there.goto(paths.signIn);
  await signInAs(there, person);
});

test('an admin ends a session, and its owner is told who did', async ({ open }) => {
  const [admin, there, person] = [await open('admin'), await open(), newPerson('Runa')];
  await signedIn(there, person);
  await openAccount(admin, person.email);
  const end = () => admin.getByRole('button', { name: 'End all sessions' }).click();
  await surely(admin, 'admin', end, /done=ended/);
  await there.goto(paths.patient.records);
  await expect(there).toHaveURL(/\/sign-in\?reason=ended_by_clinic/);
});

test('help with a lost phone: a button, a reason, a second admin, and a mail that stops it without signing in', async ({
  open,
}) => {
  const [admin, second] = [await open('admin'), await open('secondAdmin')];
  const [there, stranger, person] = [await open(), await open(), newPerson('Vidar')];
  await signedIn(there, person);
  await openAccount(admin, person.email);
  await admin.getByRole('link', { name: 'Help with lost factors' }).click();
  const ask = async () => {
    await admin.getByText('In person, with an identity document').click();
    await withReason(admin, 'Phone in the lake', 'Ask for approval')();
  };
  await surely(admin, 'admin', ask, /done=asked/);
  await admin.getByRole('link', { name: 'See the approval' }).click();
  await admin.waitForURL(/\/admin\/approvals\//);
  await second.goto(new URL(admin.url()).pathname);
  await expect(second.getByText('Phone in the lake')).toBeVisible();
  const agree = () => second.getByRole('button', { name: 'Agree' }).click();
  await surely(second, 'secondAdmin', agree, /done=approved/);
  await visit(stranger, await mailedLink(person.email, /will be recovered/));
  await second.reload();
  await expect(second.getByText('Stopped by the owner')).toHaveCount(0);
  await stranger.getByRole('button', { name: 'I did not ask for this: stop it' }).click();
  await stranger.waitForURL(/reason=recovery_stopped/);
  await second.reload();
  await expect(second.getByText('Stopped by the owner').first()).toBeVisible();
  expect(await stateOf(there)).toBe('live');
});

test('a role is asked for by one admin and given by the other: patients find the new doctor', async ({
  open,
}) => {
  const [admin, second] = [await open('admin'), await open('secondAdmin')];
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
  await surely(admin, 'admin', ask, /done=asked/);
  await admin.getByRole('link', { name: 'See the approval' }).click();
  await admin.waitForURL(/\/admin\/approvals\//);
  await expect(admin.getByText('You asked for this, so another admin has to decide.')).toBeVisible();
  const approval = new URL(admin.url()).pathname;
  await visit(second, approval);
  const agree = () => second.getByRole('button', { name: 'Agree' }).click();
  await surely(second, 'secondAdmin', agree, /done=approved/);
  await there.goto(paths.patient.records);
  await expect(there).toHaveURL(/\/sign-in\?reason=ended_by_clinic/);
  await patient.goto(paths.patient.book);
  await expect(patient.getByRole('main').getByText(name)).toBeVisible();
});
