import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { stepUp } from '#lib/operations/auth/step-up';
import { stepUpMethods } from '#lib/operations/auth/step-up-methods';
import { removeFactor } from '#lib/operations/factors/remove';
import { getPhone } from '#lib/operations/phones/get';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { sendStepUpCode } from '#lib/operations/phones/send-step-up-code';
import { securityOverview } from '#lib/operations/users/security-overview';
import { otherThan, phoneScene, textsTo } from '../../factories/phone-holder';
import { enrol } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const { stranger, url, codeTo, person, holder, owed, asked, answer, signInAs } = phoneScene(() => clinic);
const refused = async (mfa_token: string, code: string) =>
  (await stranger().refusal(portalSecondFactor, { mfa_token, method: 'sms', code })).code;

describe('a code at sign-in', () => {
  it('opens a session that has a second factor, and is told as what protects the account least', async () => {
    const she = await holder();
    expect((await owed(she.email)).methods).toEqual(['sms', 'recovery_code']);
    const again = await signInAs(she);
    const session = again.caller.kind === 'user' ? again.caller.session.id : '';
    const [row] = await asRole(url(), (sql) => sql`select assurance from sessions where id = ${session}`);
    expect(row).toEqual({ assurance: 'aal2' });
    const overview = await again.call(securityOverview, {});
    expect(overview).toMatchObject({ next_step: 'add_passkey', phone_allowed: true });
    expect(overview.factors).toMatchObject([{ kind: 'sms' }]);
  });

  it('is six figures, of which the database has a slow hash alone', async () => {
    const { email, number } = await holder();
    await asked(email);
    const code = await codeTo(number);
    const rows = await asRole(url(), (sql) => sql`select encode(code_hash, 'escape') as h, * from sms_codes`);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('works once, also in parallel, and not with the next ticket', async () => {
    const { email, number } = await holder();
    const mfa_token = await asked(email);
    const code = await codeTo(number);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => answer(mfa_token, code)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refused(mfa_token, code)).toBe('invalid_code');
    expect(await refused((await owed(email)).mfa_token, code)).toBe('invalid_code');
  });

  it('belongs to the attempt that asked for it: to no other of the same person, and to nobody else’s', async () => {
    const [a, b] = [await holder(), await holder()];
    const [first, second, foreign] = [await owed(a.email), await owed(a.email), await owed(b.email)];
    await stranger().call(sendSignInCode, { mfa_token: first.mfa_token });
    const code = await codeTo(a.number);
    expect(await refused(second.mfa_token, code)).toBe('invalid_code');
    expect(await refused(foreign.mfa_token, code)).toBe('invalid_code');
    expect(await answer(first.mfa_token, code)).toHaveProperty('ticket');
  });

  it('is void once a newer one was sent', async () => {
    const { email, number } = await holder();
    const mfa_token = await asked(email);
    const older = await codeTo(number);
    await stranger().call(sendSignInCode, { mfa_token });
    const newer = await codeTo(number);
    // One in a million times they are the same.
    if (older !== newer) expect(await refused(mfa_token, older)).toBe('invalid_code');
    expect(await answer(mfa_token, newer)).toHaveProperty('ticket');
  });

  it('is dead after five wrong ones', async () => {
    const { email, number } = await holder();
    const mfa_token = await asked(email);
    const code = await codeTo(number);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await refused(mfa_token, otherThan(code))).toBe('invalid_code');
    }
    expect(await refused(mfa_token, code)).toBe('invalid_code');
  });

  it('is answered alike for a ticket that is nobody’s, too old, or of an account without a phone', async () => {
    const [{ email, number }, without] = [await holder(), await person()];
    await enrol(clinic.clock, without.portal);
    const withoutPhone = await owed(without.email);
    expect(await stranger().call(sendSignInCode, { mfa_token: withoutPhone.mfa_token })).toBeUndefined();
    const { mfa_token } = await owed(email);
    clinic.clock.advance(6 * 60);
    const before = (await textsTo(url(), number)).length;
    expect(await stranger().call(sendSignInCode, { mfa_token })).toBeUndefined();
    expect(await stranger().call(sendSignInCode, { mfa_token: 'never-was' })).toBeUndefined();
    expect(await textsTo(url(), number)).toHaveLength(before);
  });
});

describe('a code before a sensitive act', () => {
  it('proves it is them for this session, once, and runs out after ten minutes', async () => {
    const she = await holder();
    const portal = await signInAs(she);
    expect(await portal.call(stepUpMethods, {})).toEqual({ methods: ['sms', 'recovery_code'] });
    await portal.call(sendStepUpCode, {});
    const late = await codeTo(she.number);
    clinic.clock.advance(10 * 60);
    expect((await portal.refusal(stepUp, { method: 'sms', code: late })).code).toBe('invalid_code');
    await portal.call(sendStepUpCode, {});
    const code = await codeTo(she.number);
    const { secret } = await portal.call(stepUp, { method: 'sms', code });
    expect(secret).toBeTypeOf('string');
  });

  it('is not one that was sent to another session, nor to a number that is gone', async () => {
    const she = await holder();
    const [here, there] = [await signInAs(she), await signInAs(she)];
    await here.call(sendStepUpCode, {});
    const code = await codeTo(she.number);
    expect((await there.refusal(stepUp, { method: 'sms', code })).code).toBe('invalid_code');
    const { phone } = await there.call(getPhone, {});
    await there.call(removeFactor, { id: phone?.id ?? '' });
    expect((await there.refusal(stepUp, { method: 'sms', code })).code).toBe('invalid_code');
  });

  it('is dead at the sixth try', async () => {
    const she = await holder();
    const portal = await signInAs(she);
    await portal.call(sendStepUpCode, {});
    const code = await codeTo(she.number);
    for (let tries = 0; tries < 5; tries += 1) {
      await portal.refusal(stepUp, { method: 'sms', code: otherThan(code) });
    }
    expect((await portal.refusal(stepUp, { method: 'sms', code })).code).toBe('invalid_code');
  });
});
