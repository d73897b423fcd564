import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { listFactors } from '#lib/operations/factors/list';
import { removeFactor } from '#lib/operations/factors/remove';
import { confirmPhone } from '#lib/operations/phones/confirm';
import { getPhone } from '#lib/operations/phones/get';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { setupPhone } from '#lib/operations/phones/setup';
import { addPhone, newNumber, otherThan, phoneScene, textsTo } from '../../factories/phone-holder';
import { enrol, goodPassword, portalVisitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const { stranger, url, codeTo, person, holder, owed, signInAs } = phoneScene(() => clinic);

describe('setting a phone up', () => {
  it('is for patients: doctors and admins are refused', async () => {
    const { portal } = await person();
    const session = portal.caller.kind === 'user' ? portal.caller.session.id : '';
    for (const role of ['doctor', 'admin']) {
      await asRole(
        url(),
        (sql) =>
          sql`update users set role = ${role} where id = (select user_id from sessions where id = ${session})`,
      );
      await asRole(url(), (sql) => sql`update sessions set assurance = 'aal2' where id = ${session}`);
      const number = newNumber();
      expect((await portal.refusal(setupPhone, { phone_number: number })).code).toBe('forbidden');
      expect((await portal.refusal(getPhone, {})).code).toBe('forbidden');
      expect(await textsTo(url(), number)).toEqual([]);
    }
  });

  it('is for patients in the table too, whatever an operation would write', async () => {
    const { portal } = await person();
    const session = portal.caller.kind === 'user' ? portal.caller.session.id : '';
    const row = { secret: Buffer.from('x'), created_at: clinic.clock.now().toString() };
    const add = (kind: string, role: string) =>
      asRole(clinic.database.loginUrl, (sql) =>
        sql.begin(async (tx) => {
          const [{ user_id } = { user_id: '' }] = await asRole(
            url(),
            (all) => all<{ user_id: string }[]>`select user_id from sessions where id = ${session}`,
          );
          await tx`
            select set_config('role', 'medisecure_app', true), set_config('app.actor_kind', 'user', true),
                   set_config('app.user_id', ${user_id}, true), set_config('app.role', ${role}, true)`;
          const factor = { ...row, id: crypto.randomUUID(), user_id, kind, session_id: session };
          await tx`insert into factors ${tx(factor)}`;
        }),
      );
    await add('totp', 'doctor');
    for (const role of ['doctor', 'admin']) {
      await expect(add('sms', role)).rejects.toThrow(/row-level security/);
    }
    await add('sms', 'patient');
  });

  it('takes a number as people write it, and no other text', async () => {
    const { portal } = await person();
    const sent = await portal.call(setupPhone, { phone_number: ' +44 (20) 7946-0123 ' });
    expect(sent.ends_with).toBe('23');
    expect(await textsTo(url(), '+442079460123')).toHaveLength(1);
    for (const wrong of ['020 7946 0123', '+4420', 'call me', '+1\n5550100123,+15550100124']) {
      expect((await portal.refusal(setupPhone, { phone_number: wrong })).code).toBe('validation_failed');
    }
  });

  it('asks for a fresh proof', async () => {
    const { portal } = await person();
    clinic.clock.advance(6 * 60);
    const refusal = await portal.refusal(setupPhone, { phone_number: newNumber() });
    expect(refusal.code).toBe('insufficient_user_authentication');
  });

  it('counts for nothing before its first code, in the session that asked for it', async () => {
    const { email, portal } = await person();
    const other = await portalVisitor(clinic.clock, email);
    const number = newNumber();
    await portal.call(setupPhone, { phone_number: number });
    const code = await codeTo(number);
    expect((await portal.refusal(confirmPhone, { code: otherThan(code) })).code).toBe('invalid_code');
    expect((await other.refusal(confirmPhone, { code })).code).toBe('invalid_code');
    expect(await stranger().call(portalSignIn, { email, password: goodPassword })).toHaveProperty('ticket');
    const done = await portal.call(confirmPhone, { code });
    expect(done.recovery_codes).toHaveLength(10);
    expect((await portal.refusal(confirmPhone, { code })).code).toBe('invalid_code');
    expect((await other.refusal(listFactors, {})).code).toBe('unauthenticated');
    expect((await mailsTo(url(), email)).at(-1)?.subject).toBe('A new way to sign in was added');
  });

  it('takes no code that was sent to the number before it', async () => {
    const { portal } = await person();
    const [first, second] = [newNumber(), newNumber()];
    await portal.call(setupPhone, { phone_number: first });
    const code = await codeTo(first);
    await portal.call(setupPhone, { phone_number: second });
    if (code !== (await codeTo(second))) {
      expect((await portal.refusal(confirmPhone, { code })).code).toBe('invalid_code');
    }
    expect((await portal.call(getPhone, {})).pending?.ends_with).toBe(second.slice(-2));
  });
});

describe('another number', () => {
  it('answers after a day, is told by mail, and leaves the codes on paper as they were', async () => {
    const she = await holder();
    const changed = await addPhone(url(), she.portal);
    expect(changed.recovery_codes).toEqual([]);
    const mail = (await mailsTo(url(), she.email)).at(-1);
    expect(mail?.subject).toBe('The phone number for your codes was changed');
    expect(mail?.text).not.toContain(changed.number);
    expect((await she.portal.call(getPhone, {})).phone).toMatchObject({ answers: false });

    const { mfa_token, methods } = await owed(she.email);
    expect(methods).toEqual(['recovery_code']);
    await stranger().call(sendSignInCode, { mfa_token });
    expect(await textsTo(url(), changed.number)).toHaveLength(1);
    expect(await textsTo(url(), she.number)).toHaveLength(1);

    clinic.clock.advance(24 * 3600);
    expect((await owed(she.email)).methods).toEqual(['sms', 'recovery_code']);
    await signInAs({ email: she.email, number: changed.number });
    expect(await textsTo(url(), she.number)).toHaveLength(1);
  });

  it('is never left alone while it waits and no code on paper is left', async () => {
    const she = await holder();
    const { portal } = she;
    await enrol(clinic.clock, portal);
    await addPhone(url(), portal);
    const [app] = (await portal.call(listFactors, {})).items.filter(({ kind }) => kind === 'totp');
    await asRole(url(), (sql) => sql`update recovery_codes set used_at = created_at where used_at is null`);
    expect((await portal.refusal(removeFactor, { id: app?.id ?? '' })).code).toBe('last_factor');
    expect((await portal.call(listFactors, {})).items.map(({ kind }) => kind).sort()).toEqual([
      'sms',
      'totp',
    ]);
  });

  it('waits as well where the first was taken away before', async () => {
    const she = await holder();
    const { phone } = await she.portal.call(getPhone, {});
    await she.portal.call(removeFactor, { id: phone?.id ?? '' });
    await addPhone(url(), she.portal);
    expect((await owed(she.email)).methods).not.toContain('sms');
  });
});
