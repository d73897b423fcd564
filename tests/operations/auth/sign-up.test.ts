import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp } from '#lib/operations/auth/sign-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { apiVisitor, goodPassword, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';
import { plainTextOf } from '../../harness/plain-text';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
const tokenOf = (email: string) => mailedToken(clinic.database.superuserUrl, email);

describe('sign-up', () => {
  it('names every broken rule of a password, and every other bad field, at once', async () => {
    const bad = { email: 'nobody', password: 'short', first_name: 'x'.repeat(101) };
    const error = await stranger().refusal(signUp, bad);
    expect(error.code).toBe('validation_failed');
    expect(error.facts.errors?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'email invalid_email',
      'first_name too_long',
      'password no_digit',
      'password no_special',
      'password no_upper',
      'password too_short',
    ]);
  });

  it('takes no role and nothing else that it does not ask for', async () => {
    const wish = { email: 'role@example.org', password: goodPassword, role: 'admin', is_verified: true };
    const error = await stranger().refusal(signUp, wish);
    expect(error.facts.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['role', 'unknown_field'],
      ['is_verified', 'unknown_field'],
    ]);
  });

  it.each([
    'a＠example.org',
    '"a@evil.example"@example.org',
    'a@b@example.org',
    'a@example.org\r\nBcc: b@example.org',
  ])('refuses the address %j', async (email) => {
    const error = await stranger().refusal(signUp, { email, password: goodPassword });
    expect(error.facts.errors?.map(({ path, code }) => [path, code])).toEqual([['email', 'invalid_email']]);
  });

  it('answers a known address as any other, tells its owner, and changes nothing', async () => {
    const email = 'known@example.org';
    await verifiedPatient(clinic, email);
    const again = { email: ' KNOWN@example.org ', password: 'Another-Pass9!' };
    expect(await stranger().call(signUp, again)).toEqual({ status: 'verification_sent' });
    const mail = (await mailsTo(clinic.database.superuserUrl, email)).at(-1);
    expect([mail?.subject, new URL(mail?.link ?? '').search]).toEqual(['You already have an account', '']);
    expect((await apiVisitor(clinic.clock, email)).tokens.token_type).toBe('bearer');
    const events = (await clinic.events()).filter(({ action }) => action === 'SIGNUP').slice(-2);
    const [first, second] = events.map(({ request_id: _, ...event }) => ({ ...event, id: 0, xact_id: 0 }));
    expect(second).toEqual(first);
  });
});

describe('the mailed token', () => {
  it('makes one account of eight parallel uses', async () => {
    const email = 'parallel@example.org';
    await stranger().call(signUp, { email, password: goodPassword });
    const token = await tokenOf(email);
    const uses = await Promise.allSettled(
      Array.from({ length: 8 }, () => stranger().call(verifyEmail, { token })),
    );
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('sets the password of its own sign-up only: whoever signed up first has set nothing', async () => {
    const email = 'squatted@example.org';
    await stranger().call(signUp, { email, password: 'Squatter-Pass9!' });
    const squatted = await tokenOf(email);
    await stranger().call(signUp, { email, password: goodPassword });
    await stranger().call(verifyEmail, { token: await tokenOf(email) });
    expect((await apiVisitor(clinic.clock, email)).tokens.token_type).toBe('bearer');
    const late = await stranger().refusal(verifyEmail, { token: squatted });
    expect([late.code, late.facts.errors?.[0]?.code]).toEqual(['validation_failed', 'invalid_token']);
    await expect(apiVisitor(clinic.clock, email, 'Squatter-Pass9!')).rejects.toThrow('invalid_credentials');
  });

  it.each([
    ['used', 0],
    ['a day old', 24 * 3600],
  ])('answers 422 when it is %s, as for one that never was', async (name, seconds) => {
    const email = `${name.replaceAll(' ', '-')}@example.org`;
    await stranger().call(signUp, { email, password: goodPassword });
    const token = await tokenOf(email);
    if (seconds === 0) await stranger().call(verifyEmail, { token });
    clinic.clock.advance(seconds);
    const refused = await stranger().refusal(verifyEmail, { token });
    const unknown = await stranger().refusal(verifyEmail, { token: 'never-was' });
    expect([refused.status, refused.facts]).toEqual([422, unknown.facts]);
  });

  it('makes the chart and its key, and stores no word of a person in plain text', async () => {
    const canary = {
      email: 'canary.mail@example.org',
      password: 'Canary-Password7!',
      first_name: 'Canaryfirst',
      last_name: 'O’Canarylast',
    };
    await stranger().call(signUp, canary);
    const token = await tokenOf(canary.email);
    await stranger().call(verifyEmail, { token });
    const rows = await asRole(
      clinic.database.superuserUrl,
      (
        sql,
      ) => sql`select p.id from patients p join users u on u.id = p.user_id join patient_keys k on k.patient_id = p.id
                    where u.id = (select id from users order by id desc limit 1)`,
    );
    expect(rows).toHaveLength(1);
    const dump = await plainTextOf(clinic.database.superuserUrl);
    for (const word of [...Object.values(canary), token]) {
      for (const form of [word, Buffer.from(word).toString('hex'), Buffer.from(word).toString('base64')]) {
        expect(dump.includes(form), `${form} is stored`).toBe(false);
      }
    }
  });
});
