import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WorkQueue } from '#lib/crypto/work-queue';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { confirmPhone } from '#lib/operations/phones/confirm';
import { setupPhone } from '#lib/operations/phones/setup';
import { makeRecoveryCodes } from '#lib/operations/recovery-codes/make';
import { newNumber, otherThan, phoneScene } from '../../factories/phone-holder';
import { codeAt } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => clinic.close());

const { person, codeTo, holder } = phoneScene(() => clinic);

/** How many slow hashes the work has asked for, and how many at once. */
async function hashesOf(work: () => Promise<unknown>) {
  let [all, open, most] = [0, 0, 0];
  const { run } = WorkQueue.prototype;
  const spy = vi.spyOn(WorkQueue.prototype, 'run').mockImplementation(async function (this: WorkQueue, hash) {
    all += 1;
    open += 1;
    most = Math.max(most, open);
    return run.call(this, hash).finally(() => {
      open -= 1;
    });
  });
  await work();
  spy.mockRestore();
  return { all, most };
}

it('hashes ten new codes one after the other: others who sign in go between', async () => {
  const { portal } = await holder();
  expect(await hashesOf(() => portal.call(makeRecoveryCodes, {}))).toEqual({ all: 10, most: 1 });
});

it('hashes no new codes for a wrong code of a phone, and ten for the right one', async () => {
  const { portal } = await person();
  const number = newNumber();
  await portal.call(setupPhone, { phone_number: number });
  const code = await codeTo(number);
  const wrong = await hashesOf(() => portal.refusal(confirmPhone, { code: otherThan(code) }));
  expect(wrong).toEqual({ all: 1, most: 1 });
  expect(await hashesOf(() => portal.call(confirmPhone, { code }))).toEqual({ all: 11, most: 1 });
});

it('hashes no new codes where some are left', async () => {
  const { portal } = await holder();
  const number = newNumber();
  await portal.call(setupPhone, { phone_number: number });
  const code = await codeTo(number);
  expect(await hashesOf(() => portal.call(confirmPhone, { code }))).toEqual({ all: 1, most: 1 });
});

it('hashes nothing for a wrong code of an app, and ten for the right one', async () => {
  const { portal } = await person();
  const { secret } = await portal.call(setupTotp, {});
  const code = codeAt(secret, clinic.clock);
  const wrong = await hashesOf(() => portal.refusal(confirmTotp, { code: otherThan(code) }));
  expect(wrong).toEqual({ all: 0, most: 0 });
  expect(await hashesOf(() => portal.call(confirmTotp, { code }))).toEqual({ all: 10, most: 1 });
});
