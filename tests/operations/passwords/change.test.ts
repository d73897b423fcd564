import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { problemOf } from '#lib/errors/problem';
import { login } from '#lib/operations/auth/login';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { refresh } from '#lib/operations/auth/refresh';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { changePassword } from '#lib/operations/passwords/change';
import { getMe } from '#lib/operations/users/get-me';
import {
  apiVisitor,
  enrol,
  goodPassword,
  otherPassword,
  portalVisitor,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { brokenRules, passwordOwner, passwordRow } from './steps';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

async function patient() {
  const email = await passwordOwner(clinic);
  return { email, person: await portalVisitor(clinic.clock, email) };
}

describe('changing the password', () => {
  it('answers 403 to a wrong current one, and 422 with every broken rule of the new one', async () => {
    const { person } = await patient();
    const wrong = { current_password: 'Wrong-Password7!', new_password: otherPassword };
    expect(await person.refusal(changePassword, wrong)).toMatchObject({
      status: 403,
      code: 'invalid_credentials',
    });
    const bad = { current_password: goodPassword, new_password: 'short' };
    const refused = await person.refusal(changePassword, bad);
    expect(brokenRules(refused)).toEqual([
      'new_password no_digit',
      'new_password no_special',
      'new_password no_upper',
      'new_password too_short',
    ]);
  });

  it('answers 429 after five wrong current ones, and to that account alone', async () => {
    const [{ person }, other] = [await patient(), await patient()];
    setThrottle(consume);
    onTestFinished(() => setThrottle(async () => null));
    const wrong = { current_password: 'Wrong-Password7!', new_password: otherPassword };
    for (let i = 0; i < 5; i += 1) {
      const refused = await person.refusal(changePassword, wrong);
      expect(problemOf(refused, '')).toMatchObject({
        status: 403,
        code: 'invalid_credentials',
        detail: 'The current password is wrong',
      });
    }
    const right = { ...wrong, current_password: goodPassword };
    const refused = await person.refusal(changePassword, right);
    expect([refused.status, refused.facts.retryAfterSeconds]).toEqual([429, 900]);
    await other.person.call(changePassword, right);
    clinic.clock.advance(900);
    await person.call(changePassword, right);
  });

  it('ends every other session at once, at the portal and at the API, and keeps its own', async () => {
    const { email, person } = await patient();
    const elsewhere = await portalVisitor(clinic.clock, email);
    const api = await apiVisitor(clinic.clock, email);
    await person.call(changePassword, { current_password: goodPassword, new_password: otherPassword });
    for (const ended of [elsewhere, api.visitor]) {
      expect((await ended.refusal(getMe, {})).code).toBe('unauthenticated');
    }
    const { refresh_token } = api.tokens;
    expect((await visitor(clinic.clock).refusal(refresh, { refresh_token })).code).toBe(
      'invalid_refresh_token',
    );
    expect((await person.call(getMe, {})).email).toBe(email);
    const reasons = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select distinct revoked_reason from sessions where revoked_at is not null
                     and user_id = (select user_id from sessions order by id desc limit 1)`,
    );
    expect(reasons.map((row) => row.revoked_reason)).toEqual(['password_changed']);
  });

  it('opens no half-finished sign-in with the old one, tells the owner, and notes when it was', async () => {
    const { email, person } = await patient();
    const begun = await visitor(clinic.clock).call(portalSignIn, { email, password: goodPassword });
    clinic.clock.advance(7);
    await person.call(changePassword, { current_password: goodPassword, new_password: otherPassword });
    const ticket = 'ticket' in begun ? begun.ticket : '';
    expect((await visitor(clinic.clock).refusal(redeemTicket, { ticket })).code).toBe('invalid_credentials');
    const old = await visitor(clinic.clock).refusal(login, { email, password: goodPassword });
    expect(old.code).toBe('invalid_credentials');
    await apiVisitor(clinic.clock, email, otherPassword);
    expect((await mailsTo(clinic.database.superuserUrl, email)).at(-1)?.subject).toBe(
      'Your password was changed',
    );
    const { password_changed_at } = await passwordRow(clinic, email);
    expect(Date.parse(password_changed_at)).toBe(clinic.clock.now().epochMilliseconds);
  });

  it('refuses the last ten, the one that stands among them, and takes the eleventh back', async () => {
    const { email } = await patient();
    const nth = (index: number) => `Quiet-River-${index}!!`;
    let current = goodPassword;
    for (let index = 1; index <= 10; index += 1) {
      const person = await portalVisitor(clinic.clock, email, current);
      clinic.clock.advance(1);
      await person.call(changePassword, { current_password: current, new_password: nth(index) });
      current = nth(index);
    }
    const person = await portalVisitor(clinic.clock, email, current);
    for (let index = 1; index <= 10; index += 1) {
      const again = { current_password: current, new_password: nth(index) };
      const refused = await person.refusal(changePassword, again);
      expect([refused.status, refused.facts.errors?.map(({ code }) => code)]).toEqual([
        422,
        ['password_reused'],
      ]);
    }
    await person.call(changePassword, { current_password: current, new_password: goodPassword });
  });

  it('sets one password of eight parallel changes', async () => {
    const { email, person } = await patient();
    const changes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        person.call(changePassword, {
          current_password: goodPassword,
          new_password: `Quiet-River-${index}77!`,
        }),
      ),
    );
    const done = changes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(done).toHaveLength(1);
    await apiVisitor(clinic.clock, email, `Quiet-River-${done[0]}77!`);
  });

  it('asks for a fresh second factor of those who have one, and of the others for nothing but the password', async () => {
    const change = { current_password: goodPassword, new_password: otherPassword };
    const { person } = await patient();
    clinic.clock.advance(20 * 60);
    await person.call(changePassword, change);
    const protectedOne = await patient();
    await enrol(clinic.clock, protectedOne.person);
    clinic.clock.advance(6 * 60);
    const refused = await protectedOne.person.refusal(changePassword, change);
    expect([refused.code, refused.facts.maxAgeSeconds]).toEqual(['insufficient_user_authentication', 300]);
  });
});
