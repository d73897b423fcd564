import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { resetPassword } from '#lib/operations/passwords/reset';
import { changeEmail } from '#lib/operations/users/change-email';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { getMe } from '#lib/operations/users/get-me';
import {
  apiVisitor,
  enrol,
  goodPassword,
  otherPassword,
  portalVisitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken, mailsTo } from '../../harness/mails';
import { askedForReset } from '../passwords/steps';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

let count = 0;
async function mover() {
  count += 1;
  const [old, email] = [`old${count}@example.org`, `new${count}@example.org`];
  await verifiedPatient(clinic, old);
  return { old, email, person: await portalVisitor(clinic.clock, old) };
}
const stranger = () => visitor(clinic.clock);
const subjects = async (address: string) =>
  (await mailsTo(clinic.database.superuserUrl, address)).map(({ subject }) => subject);
const tokenTo = (address: string) => mailedToken(clinic.database.superuserUrl, address);

describe('another e-mail address', () => {
  it('counts once its mailed link was used; the old one is warned before and after', async () => {
    const { old, email, person } = await mover();
    await person.call(changeEmail, { email: email.toUpperCase() });
    expect((await person.call(getMe, {})).email).toBe(old);
    expect((await subjects(old)).at(-1)).toBe('Your e-mail address is about to change');
    await stranger().call(confirmEmail, { token: await tokenTo(email) });
    expect((await person.call(getMe, {})).email).toBe(email);
    expect((await subjects(old)).at(-1)).toBe('Your e-mail address was changed');
    await apiVisitor(clinic.clock, email);
    const gone = await stranger().refusal(login, { email: old, password: goodPassword });
    expect(gone.code).toBe('invalid_credentials');
  });

  it('that somebody has is answered like a free one, and told to its owner alone', async () => {
    const { person, old } = await mover();
    const other = await mover();
    const free = await person.call(changeEmail, { email: 'free@example.org' });
    expect(await person.call(changeEmail, { email: other.old })).toEqual(free);
    const mail = (await mailsTo(clinic.database.superuserUrl, other.old)).at(-1);
    expect([mail?.subject, new URL(mail?.link ?? '').search]).toEqual([
      'This address already has an account',
      '',
    ]);
    expect((await subjects(old)).filter((subject) => subject.endsWith('about to change'))).toHaveLength(2);
  });

  it('goes to one of two accounts that want it at once; the other link is as good as an old one', async () => {
    const [first, second] = [await mover(), await mover()];
    const email = 'wanted@example.org';
    const tokens = [];
    for (const { person } of [first, second]) {
      await person.call(changeEmail, { email });
      tokens.push(await tokenTo(email));
    }
    const uses = await Promise.allSettled(tokens.map((token) => stranger().call(confirmEmail, { token })));
    expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = uses.findIndex(({ status }) => status === 'rejected');
    const late = await stranger().refusal(confirmEmail, { token: tokens[lost] ?? '' });
    const unknown = await stranger().refusal(confirmEmail, { token: 'never-was' });
    expect([late.status, late.facts]).toEqual([422, unknown.facts]);
  });

  it('works once, for a day, and only by the newest link', async () => {
    const { email, person } = await mover();
    await person.call(changeEmail, { email });
    const overtaken = await tokenTo(email);
    await person.call(changeEmail, { email });
    const late = await tokenTo(email);
    clinic.clock.advance(24 * 3600);
    for (const token of [overtaken, late]) {
      expect((await stranger().refusal(confirmEmail, { token })).facts.errors?.[0]?.code).toBe(
        'invalid_token',
      );
    }
  });

  it('leaves no link to set a password behind in the old mailbox', async () => {
    const { old, email, person } = await mover();
    const token = await askedForReset(clinic, old);
    await person.call(changeEmail, { email });
    await stranger().call(confirmEmail, { token: await tokenTo(email) });
    const refused = await stranger().refusal(resetPassword, { token, new_password: otherPassword });
    expect(refused.facts.errors?.[0]?.code).toBe('invalid_token');
  });

  it('asks for a fresh proof first, the second factor where there is one', async () => {
    const { email, person } = await mover();
    await enrol(clinic.clock, person);
    clinic.clock.advance(6 * 60);
    const refused = await person.refusal(changeEmail, { email });
    expect(refused.code).toBe('insufficient_user_authentication');
  });
});
