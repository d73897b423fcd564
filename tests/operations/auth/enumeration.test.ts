import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp } from '#lib/operations/auth/sign-up';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { changeEmail } from '#lib/operations/users/change-email';
import { deleteMe } from '#lib/operations/users/delete-me';
import { changeAccount } from '../../factories/staff';
import { goodPassword, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { ask } from '../../harness/ask';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  for (const name of ['known', 'disabled', 'closed', 'asking']) {
    await verifiedPatient(clinic, `${name}@example.org`);
  }
  await changeAccount(clinic, 'disabled@example.org', { disabled: true });
  await (await portalVisitor(clinic.clock, 'closed@example.org')).call(deleteMe, {});
  await visitor(clinic.clock).call(signUp, { email: 'unverified@example.org', password: goodPassword });
});
afterAll(() => clinic.close());

const kinds = ['known', 'unknown', 'unverified', 'disabled', 'closed'] as const;
const addressOf = (kind: string) => `${kind}@example.org`;

/** Status, body without the request id, and the headers that could tell. */
async function answerTo(path: string, body: object) {
  const { status, text, requestId, headers } = await ask('POST', `/api/v1${path}`, { body });
  return [status, text.replaceAll(requestId, ''), headers['content-type'], headers['content-length']];
}

describe.each([
  ['sign-up', '/auth/signup', (email: string) => ({ email, password: goodPassword })],
  [
    'sign-in with a wrong password',
    '/auth/login',
    (email: string) => ({ email, password: 'Wrong-Password7!' }),
  ],
  ['a forgotten password', '/auth/password/forgot', (email: string) => ({ email })],
])('%s', (_name, path, body) => {
  it('answers every kind of account alike, to the byte', async () => {
    const answers = [];
    for (const kind of kinds) answers.push(await answerTo(path, body(addressOf(kind))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

const mailCount = () =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::integer as n from outbox`;
    return row?.n ?? 0;
  });

it('a forgotten password owes one mail whatever the account, so that the work is the same', async () => {
  for (const kind of kinds) {
    const before = await mailCount();
    await visitor(clinic.clock).call(forgotPassword, { email: addressOf(kind) });
    expect([kind, (await mailCount()) - before]).toEqual([kind, 1]);
  }
});

it('a wish for another address owes two mails whatever the account that has it', async () => {
  const person = await portalVisitor(clinic.clock, 'asking@example.org');
  for (const kind of kinds) {
    const before = await mailCount();
    expect(await person.call(changeEmail, { email: addressOf(kind) })).toEqual({
      status: 'verification_sent',
    });
    expect([kind, (await mailCount()) - before]).toEqual([kind, 2]);
  }
});
