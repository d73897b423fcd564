import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { asksInstead, sendsInstead, VirtualAuthenticator } from '../harness/virtual-authenticator';
import {
  addPasskey,
  expectHome,
  expectNoSession,
  passPassword,
  pressPasskey,
  refusal,
  signInAgain,
  signOut,
} from './account-steps';
import { newPatient } from './ready-person';
import { scene } from './scene';
import { expect, type Open, test } from './test';
import { expectAccessible, visit } from './visit';

const notAccepted = 'That passkey was not accepted. Try again, or choose another way.';

/** Somebody signed in at a browser whose own authenticator has a passkey of theirs. */
async function holder(open: Open, firstName: string) {
  const person = await newPatient(firstName);
  const page = await open();
  const device = await VirtualAuthenticator.pluggedInto(page);
  await signInAgain(page, person);
  await addPasskey(page, `Laptop of ${firstName}`);
  return { person, page, device };
}

/** How often a person presses something, from now on. */
async function countPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction('pressed', () => {
    presses += 1;
  });
  await page.evaluate(() => {
    const { pressed } = globalThis as unknown as { pressed(): void };
    for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, () => pressed(), true);
  });
  return () => presses;
}

async function trySignIn(page: Page): Promise<void> {
  await page.goto(paths.signIn);
  await pressPasskey(page);
}

test('a passkey signs in in two actions, and after a password it is the second step', async ({ open }) => {
  const { person, page, device } = await holder(open, 'Pia');
  await signOut(page);

  await test.step('a press and a touch, with nothing typed', async () => {
    await device.isTouched(false);
    await visit(page, paths.signIn);
    const presses = await countPresses(page);
    await pressPasskey(page);
    await expect(page.getByRole('button', { name: 'Waiting for your device' })).toBeVisible();
    await device.isTouched(true);
    await expectHome(page);
    expect(presses(), 'presses beside the touch').toBe(1);
  });
  await test.step('and counts as both steps: the account says when it was used', async () => {
    await visit(page, paths.account.passkeys);
    await expect(page.getByRole('main')).toContainText('Last used');
    await expect(page.getByRole('main')).not.toContainText('Not used yet');
    await signOut(page);
  });
  await test.step('the password asks for it before anything opens', async () => {
    await passPassword(page, person);
    await expectAccessible(page);
    await expectNoSession(page);
    await page.goto(paths.signInCode);
    await pressPasskey(page);
    await expectHome(page);
  });
});

test('a device that does not know who holds it does not sign in alone', async ({ open }) => {
  const { page, device } = await holder(open, 'Uma');
  await signOut(page);
  await device.recognises(false);

  await test.step('a browser that keeps to the rule says that nothing was confirmed', async () => {
    await trySignIn(page);
    await expect(refusal(page)).toContainText('Nothing was confirmed on your device.');
    await expectNoSession(page);
  });
  await test.step('the device that has known its holder signs in', async () => {
    await device.recognises(true);
    await trySignIn(page);
    await expectHome(page);
    await signOut(page);
  });
  await test.step('a browser that does not keep to the rule is refused', async () => {
    await device.recognises(false);
    await asksInstead(page, { userVerification: 'discouraged' });
    await trySignIn(page);
    await expect(refusal(page)).toContainText(notAccepted);
    await expectAccessible(page);
    await expectNoSession(page);
  });
});

test('whoever has a first passkey is led to a second way in, and is told when nothing is missing', async ({
  open,
}) => {
  const { page } = await holder(open, 'Nuria');
  const status = page.getByRole('region', { name: 'One thing is missing' });
  await expect(status).toContainText('If you lose the device that you sign in with');
  await expectAccessible(page);
  await status.getByRole('link', { name: 'Make recovery codes' }).click();
  await page.getByRole('button', { name: 'Make ten codes' }).click();
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: 'I have them' }).click();
  await page.waitForURL((url) => url.pathname === paths.account.security);
  await expect(page.getByRole('region', { name: 'Your account is well protected' })).toBeVisible();
});

test('an answer given to another site, or given before, is refused', async ({ open }) => {
  const { page, device } = await holder(open, 'Olga');
  await signOut(page);
  const { origin } = scene().product;
  type Said = Parameters<VirtualAuthenticator['saidFrom']>[1];
  let spent: Said | undefined;
  let rewrite = (answer: Said): Said | Promise<Said> => answer;
  await sendsInstead(page, (answer) => rewrite(answer));

  await test.step('a passkey that was used on a page of another origin', async () => {
    rewrite = (answer) => device.saidFrom('https://medisecure.example', answer);
    await trySignIn(page);
    await expect(refusal(page)).toContainText(notAccepted);
    await expectNoSession(page);
  });
  await test.step('the same rewriting to our own origin signs in', async () => {
    rewrite = async (answer) => {
      spent = await device.saidFrom(origin, answer);
      return spent;
    };
    await trySignIn(page);
    await expectHome(page);
    await signOut(page);
  });
  await test.step('and that answer never again', async () => {
    rewrite = (answer) => spent ?? answer;
    await trySignIn(page);
    await expect(refusal(page)).toContainText(notAccepted);
    await expectNoSession(page);
  });
});

test('a passkey of somebody else does not stand in for the second step', async ({ open }) => {
  const [{ person: owner }, { page: thief }] = await Promise.all([
    holder(open, 'Rosa'),
    holder(open, 'Theo'),
  ]);
  await signOut(thief);

  await test.step('it does not answer to the owner’s name', async () => {
    await passPassword(thief, owner);
    await pressPasskey(thief);
    await expect(refusal(thief)).toContainText('Nothing was confirmed on your device.');
  });
  await test.step('nor is it accepted where it is made to answer', async () => {
    await asksInstead(thief, { allowCredentials: [] });
    await passPassword(thief, owner);
    await pressPasskey(thief);
    await expect(refusal(thief)).toContainText(notAccepted);
    await expectNoSession(thief);
  });
});

test('a removed passkey opens nothing, though the device still has it', async ({ open }) => {
  const { person, page } = await holder(open, 'Dana');
  await page.goto(paths.account.passkeys);
  await page.getByRole('link', { name: /^Remove/ }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('It is removed and opens nothing any more.')).toBeVisible();
  await signOut(page);
  await trySignIn(page);
  await expect(refusal(page)).toContainText(notAccepted);
  await expectNoSession(page);
  await signInAgain(page, person);
});
