import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { changePassword } from '#lib/operations/passwords/change';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { resetPassword } from '#lib/operations/passwords/reset';
import { getMe } from '#lib/operations/users/get-me';
import {
  apiVisitor,
  enrol,
  goodPassword,
  otherPassword as other,
  portalVisitor,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { askedForReset, brokenRules, passwordOwner } from './steps';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const patient = () => passwordOwner(clinic);
const stranger = () => visitor(clinic.clock);

describe('resetting a password', () => {
  it('sets the new one, ends every session, tells the owner, and signs nobody in', async () => {
    const email = await patient();
    const elsewhere = await portalVisitor(clinic.clock, email);
    const token = await askedForReset(clinic, email);
    expect(await stranger().call(resetPassword, { token, new_password: other })).toBeUndefined();
    expect((await elsewhere.refusal(getMe, {})).code).toBe('unauthenticated');
    expect((await stranger().refusal(login, { email, password: goodPassword })).code).toBe(
      'invalid_credentials',
    );
    await apiVisitor(clinic.clock, email, other);
    expect((await mailsTo(clinic.database.superuserUrl, email)).at(-1)?.subject).toBe(
      'Your password was changed',
    );
  });

  it('never skips the second factor: the next sign-in asks for it', async () => {
    const email = await patient();
    await enrol(clinic.clock, await portalVisitor(clinic.clock, email));
    const token = await askedForReset(clinic, email);
    await stranger().call(resetPassword, { token, new_password: other });
    expect(await stranger().call(login, { email, password: other })).toMatchObject({ mfa_required: true });
  });

  it('works once, also of eight at the same time', async () => {
    const email = await patient();
    const token = await askedForReset(clinic, email);
    const uses = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        stranger().call(resetPassword, { token, new_password: `Quiet-River-${index}77!` }),
      ),
    );
    const done = uses.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(done).toHaveLength(1);
    await apiVisitor(clinic.clock, email, `Quiet-River-${done[0]}77!`);
    const again = await stranger().refusal(resetPassword, { token, new_password: 'Yet-Another-1!' });
    expect([again.status, brokenRules(again)]).toEqual([422, ['token invalid_token']]);
  });

  it('refuses a link that is 30 minutes old, unknown, or older than a change of the password', async () => {
    const email = await patient();
    const old = await askedForReset(clinic, email);
    clinic.clock.advance(30 * 60);
    const overtaken = await askedForReset(clinic, email);
    const change = { current_password: goodPassword, new_password: other };
    await (await portalVisitor(clinic.clock, email)).call(changePassword, change);
    for (const token of [old, overtaken, 'never-was']) {
      const refused = await stranger().refusal(resetPassword, { token, new_password: 'Yet-Another-1!' });
      expect([refused.status, brokenRules(refused)]).toEqual([422, ['token invalid_token']]);
    }
  });

  it('keeps the policy and the history, and a refusal leaves the link good', async () => {
    const email = await patient();
    const token = await askedForReset(clinic, email);
    const short = await stranger().refusal(resetPassword, { token, new_password: 'Short7!' });
    expect(brokenRules(short)).toEqual(['new_password too_short']);
    const reused = await stranger().refusal(resetPassword, { token, new_password: goodPassword });
    expect(brokenRules(reused)).toEqual(['new_password password_reused']);
    await stranger().call(resetPassword, { token, new_password: other });
  });

  it('mails an address without an account no link, and says so to it alone', async () => {
    const answer = await stranger().call(forgotPassword, { email: 'nobody@example.org' });
    expect(answer).toEqual({ status: 'mail_sent' });
    const mail = (await mailsTo(clinic.database.superuserUrl, 'nobody@example.org')).at(-1);
    expect([mail?.subject, new URL(mail?.link ?? '').search]).toEqual(['No account for this address', '']);
  });
});
