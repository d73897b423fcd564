import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { setupPhone } from '#lib/operations/phones/setup';
import { configureEnv, env } from '#lib/platform/env';
import type { LimitName } from '#lib/platform/limits';
import { addPhone, newNumber, phoneScene, textsTo } from '../../factories/phone-holder';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  setThrottle(consume);
});
afterAll(() => clinic.close());
const { limits } = env();
afterEach(() => {
  configureEnv({ limits });
  // So that no test's counts are another's.
  clinic.clock.advance(2 * 24 * 3600);
});

const limitTo = (name: LimitName, most: number) =>
  configureEnv({ limits: { ...limits, [name]: { count: most, seconds: 3600 } } });

const { stranger, url, person, owed } = phoneScene(() => clinic);

it('twenty wishes of one account bring five messages, and then it says when to come back', async () => {
  const { email, portal } = await person();
  const { number } = await addPhone(url(), portal);
  clinic.clock.advance(2 * 3600);
  const before = (await textsTo(url(), number)).length;
  const { mfa_token } = await owed(email);
  for (let wishes = 0; wishes < 5; wishes += 1) await stranger().call(sendSignInCode, { mfa_token });
  for (let wishes = 0; wishes < 15; wishes += 1) {
    const refusal = await stranger().refusal(sendSignInCode, { mfa_token });
    expect([refusal.status, refusal.facts.retryAfterSeconds]).toEqual([429, 3600]);
  }
  expect(await textsTo(url(), number)).toHaveLength(before + 5);
});

it('one number gets no more from many accounts than from one', async () => {
  limitTo('sms_send_unconfirmed', 3);
  const number = newNumber();
  const codes = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const { portal } = await person();
    const sending = portal.call(setupPhone, { phone_number: number });
    codes.push(await sending.then(() => 'sent').catch((error: { code: string }) => error.code));
  }
  expect(codes).toEqual(['sent', 'sent', 'sent', 'too_many_requests']);
  expect(await textsTo(url(), number)).toHaveLength(3);
});

it('strangers who type a number use up none of its owner’s messages', async () => {
  const { email, portal } = await person();
  const { number } = await addPhone(url(), portal);
  clinic.clock.advance(2 * 24 * 3600);
  configureEnv({
    limits: {
      ...limits,
      sms_send_number: { count: 2, seconds: 3600 },
      sms_send_unconfirmed: { count: 2, seconds: 3600 },
    },
  });
  for (let tries = 0; tries < 3; tries += 1) {
    const sending = (await person()).portal.call(setupPhone, { phone_number: number });
    await sending.catch((error: { code: string }) => expect(error.code).toBe('too_many_requests'));
  }
  const before = (await textsTo(url(), number)).length;
  const { mfa_token } = await owed(email);
  for (let wishes = 0; wishes < 2; wishes += 1) await stranger().call(sendSignInCode, { mfa_token });
  expect(await textsTo(url(), number)).toHaveLength(before + 2);
  expect((await stranger().refusal(sendSignInCode, { mfa_token })).code).toBe('too_many_requests');
});

it('all accounts together send no more than the clinic allows', async () => {
  limitTo('sms_send_everywhere', 2);
  const codes = [];
  for (let tries = 0; tries < 3; tries += 1) {
    const { portal } = await person();
    const sending = portal.call(setupPhone, { phone_number: newNumber() });
    codes.push(await sending.then(() => 'sent').catch((error: { code: string }) => error.code));
  }
  expect(codes).toEqual(['sent', 'sent', 'too_many_requests']);
});

it('one place does not ask for ever, whether or not anything is sent', async () => {
  limitTo('sms_ask', 2);
  const wish = () =>
    stranger()
      .call(sendSignInCode, { mfa_token: 'never-was' })
      .catch((error: { code: string }) => error.code);
  expect([await wish(), await wish(), await wish()]).toEqual([undefined, undefined, 'too_many_requests']);
});
