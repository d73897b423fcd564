import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closePool, openPool } from '#db/client';
import { WorkQueue } from '#lib/crypto/work-queue';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { login } from '#lib/operations/auth/login';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { signUp } from '#lib/operations/auth/sign-up';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { changeEmail } from '#lib/operations/users/change-email';
import { deleteMe } from '#lib/operations/users/delete-me';
import { addPasskey } from '../../factories/passkey-holder';
import { changeAccount, newStaff } from '../../factories/staff';
import {
  apiVisitor,
  goodPassword,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { logStatements, type StatementLog } from '../../harness/statement-log';

let clinic: TestClinic;
let log: StatementLog;
let asking: Visitor;
const kinds = ['known', 'unknown', 'unverified', 'disabled', 'closed', 'staff', 'passkey'] as const;
const addressOf = (kind: string) => `${kind}@example.org`;

beforeAll(async () => {
  clinic = await openClinic();
  for (const kind of ['known', 'disabled', 'closed', 'passkey', 'asking'])
    await verifiedPatient(clinic, addressOf(kind));
  await newStaff(clinic, addressOf('staff'), 'doctor');
  await addPasskey(await portalVisitor(clinic.clock, addressOf('passkey')));
  await changeAccount(clinic, addressOf('disabled'), { disabled: true });
  await (await portalVisitor(clinic.clock, addressOf('closed'))).call(deleteMe, {});
  await visitor(clinic.clock).call(signUp, { email: addressOf('unverified'), password: goodPassword });
  asking = (await apiVisitor(clinic.clock, addressOf('asking'))).visitor;
  // One connection, so that nothing of its own beginning is among what is counted.
  await closePool();
  log = await logStatements(clinic.database.loginUrl);
  openPool(log.url, 1);
  // The driver asks a new connection for its types.
  await visitor(clinic.clock).call(beginPasskeySignIn, {});
});
afterAll(async () => {
  await clinic.close();
  await log.close();
});

/** Verb and table or function of a statement: what it costs, within what nobody can measure over a network. */
function kindOf(statement: string): string {
  const [, verb, target] = /^(\w+)(?: \*)?(?: (?:into|from))?(?: "?([\w.]+))?/.exec(statement) ?? [];
  return [verb, target].join(' ').trim();
}

/**
 * What somebody else could measure the time of: slow hashes, of which one takes as long as dozens of statements, and the
 * statements in their order. No more and no fewer are allowed: there is nothing to weigh up.
 */
async function workOf(attempt: () => Promise<unknown>) {
  const hashes = vi.spyOn(WorkQueue.prototype, 'run');
  log.take();
  const answer = await attempt().then(
    () => 'answered',
    ({ code }: { code: string }) => code,
  );
  const work = { answer, hashes: hashes.mock.calls.length, statements: log.take().map(kindOf) };
  hashes.mockRestore();
  return work;
}

const byPassword = (password: string) => [
  ['over the API', (email: string) => visitor(clinic.clock).call(login, { email, password })] as const,
  [
    'at the portal',
    (email: string) => visitor(clinic.clock).call(portalSignIn, { email, password }),
  ] as const,
];
const cases: [string, number, string, (email: string) => Promise<unknown>][] = [
  ...byPassword('Wrong-Password7!').map(
    ([door, attempt]) =>
      [`sign-in ${door} with a wrong password`, 1, 'select app.find_login', attempt] as (typeof cases)[0],
  ),
  [
    'sign-up',
    1,
    'insert outbox',
    (email) => visitor(clinic.clock).call(signUp, { email, password: goodPassword }),
  ],
  [
    'a forgotten password',
    0,
    'insert outbox',
    (email) => visitor(clinic.clock).call(forgotPassword, { email }),
  ],
  ['a wish for another e-mail address', 0, 'insert outbox', (email) => asking.call(changeEmail, { email })],
  [
    'the question to a passkey',
    0,
    'insert webauthn_challenges',
    () => visitor(clinic.clock).call(beginPasskeySignIn, {}),
  ],
];

describe('known, unknown, unverified, disabled and closed accounts, of patients and staff, cost the same', () => {
  it.each(cases)('%s', async (_name, hashes, statement, attempt) => {
    const first = await workOf(() => attempt(addressOf('unknown')));
    expect(first.hashes).toBe(hashes);
    expect(first.statements).toContain(statement);
    for (const kind of kinds) {
      expect([kind, await workOf(() => attempt(addressOf(kind)))]).toEqual([kind, first]);
    }
  });

  it.each(byPassword(goodPassword))(
    'the right password of an account that does not open, %s',
    async (_door, attempt) => {
      const first = await workOf(() => attempt(addressOf('unknown')));
      expect(first).toMatchObject({ answer: 'invalid_credentials', hashes: 1 });
      for (const kind of ['unverified', 'disabled', 'closed']) {
        expect([kind, await workOf(() => attempt(addressOf(kind)))]).toEqual([kind, first]);
      }
    },
  );
});
