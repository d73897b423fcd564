import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { become, withActor } from '#db/client';
import { issueRecoveryCodes, prepareRecoveryCodes } from '#lib/auth/recovery-code';
import { consume } from '#lib/auth/throttle';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { countRecoveryCodes } from '#lib/operations/recovery-codes/count';
import { makeRecoveryCodes } from '#lib/operations/recovery-codes/make';
import { getMe } from '#lib/operations/users/get-me';
import { configureEnv, env } from '#lib/platform/env';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { addPasskey } from '../../factories/passkey-holder';
import { addPhone } from '../../factories/phone-holder';
import {
  codeAt,
  enrolWithCodes,
  goodPassword,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  setThrottle(consume);
});
afterAll(() => clinic.close());

async function withCodes(email: string) {
  const { clock } = clinic;
  await verifiedPatient(clinic, email);
  const person = await portalVisitor(clock, email);
  const { secret } = await person.call(setupTotp, {});
  const { recovery_codes } = await person.call(confirmTotp, { code: codeAt(secret, clock) });
  return { person, secret, codes: recovery_codes };
}

async function owed(email: string) {
  const answer = await visitor(clinic.clock).call(login, { email, password: goodPassword });
  if (!('mfa_token' in answer)) throw new Error('No second factor is asked for.');
  return answer;
}

const shown = (mfa_token: string, code: string) => ({ mfa_token, method: 'recovery_code', code }) as const;

it('gives ten codes with the first factor, of which the database has slow hashes alone', async () => {
  const { codes } = await withCodes('ten@example.org');
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  const rows = await asRole(clinic.database.superuserUrl, (sql) => sql`select * from recovery_codes`);
  const dump = JSON.stringify(rows);
  for (const code of codes) expect(dump).not.toContain(code.replace('-', ''));
});

it('lets somebody whose phone is lost in by a printed code, once, however it is typed, and tells by mail', async () => {
  const email = 'lost-phone@example.org';
  const { codes } = await withCodes(email);
  const [first = '', second = ''] = codes;
  const stranger = visitor(clinic.clock);
  const { mfa_token, methods } = await owed(email);
  expect(methods).toEqual(['totp', 'recovery_code']);
  const typed = ` ${first.toUpperCase().replace('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `;
  expect(await stranger.call(verifySecondFactor, shown(mfa_token, typed))).toHaveProperty('access_token');
  const again = await owed(email);
  expect((await stranger.refusal(verifySecondFactor, shown(again.mfa_token, first))).code).toBe(
    'invalid_code',
  );
  expect(await stranger.call(verifySecondFactor, shown(again.mfa_token, second))).toHaveProperty(
    'access_token',
  );
  const told = await mailsTo(clinic.database.superuserUrl, email);
  expect(told.filter(({ subject }) => subject === 'A recovery code was used')).toHaveLength(2);
});

it('lets one of ten parallel uses of a code win', async () => {
  const email = 'parallel@example.org';
  const { codes } = await withCodes(email);
  const tickets = await Promise.all(Array.from({ length: 8 }, () => owed(email)));
  const tries = tickets.map(({ mfa_token }) =>
    visitor(clinic.clock).call(verifySecondFactor, shown(mfa_token, codes[0] ?? '')),
  );
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('does not let a lock on the app’s codes shut out the recovery codes', async () => {
  const email = 'locked@example.org';
  const { codes } = await withCodes(email);
  const stranger = visitor(clinic.clock);
  const { limits } = env();
  configureEnv({ limits: { ...limits, mfa_verify: { count: 3, seconds: 900 } } });
  const first = await owed(email);
  const wrong = { mfa_token: first.mfa_token, method: 'totp', code: '000000' } as const;
  for (let tries = 0; tries < 3; tries += 1) await stranger.refusal(verifySecondFactor, wrong);
  expect((await stranger.refusal(verifySecondFactor, wrong)).code).toBe('too_many_requests');
  configureEnv({ limits });
  const { mfa_token } = await owed(email);
  expect(await stranger.call(verifySecondFactor, shown(mfa_token, codes[3] ?? ''))).toHaveProperty(
    'access_token',
  );
});

it('replaces the whole set', async () => {
  const email = 'replaced@example.org';
  const { person, codes } = await withCodes(email);
  const made = await person.call(makeRecoveryCodes, {});
  const told = (await mailsTo(clinic.database.superuserUrl, email)).at(-1);
  expect(told?.subject).toBe('New recovery codes were made');
  for (const code of made.recovery_codes) expect(told?.text).not.toContain(code);
  expect(await person.call(countRecoveryCodes, {})).toEqual({ unused: 10 });
  const { mfa_token } = await owed(email);
  const stranger = visitor(clinic.clock);
  expect((await stranger.refusal(verifySecondFactor, shown(mfa_token, codes[0] ?? ''))).code).toBe(
    'invalid_code',
  );
  const answer = shown(mfa_token, made.recovery_codes[0] ?? '');
  expect(await stranger.call(verifySecondFactor, answer)).toHaveProperty('access_token');
});

it('makes none for whoever has no factor that they could stand in for', async () => {
  const { clock } = clinic;
  await verifiedPatient(clinic, 'no-factor@example.org');
  const person = await portalVisitor(clock, 'no-factor@example.org');
  const refused = await person.refusal(makeRecoveryCodes, {});
  expect([refused.status, refused.code]).toEqual([409, 'no_second_factor']);
  expect(await person.call(countRecoveryCodes, {})).toEqual({ unused: 0 });
});

describe('codes that are older than a first factor', () => {
  const firstFactors: Record<string, (person: Visitor) => Promise<unknown>> = {
    'an app': (person) => enrolWithCodes(clinic.clock, person),
    'a passkey': addPasskey,
    'a phone': (person) => addPhone(clinic.database.superuserUrl, person),
  };
  for (const [name, add] of Object.entries(firstFactors)) {
    it(`are void once it is there: ${name}`, async () => {
      const email = `older.${name.replace(' ', '-')}@example.org`;
      await verifiedPatient(clinic, email);
      const person = await portalVisitor(clinic.clock, email);
      const userId = (await person.call(getMe, {})).id as Id<'users'>;
      const made = await prepareRecoveryCodes(userId);
      const moment = { now: clinic.clock.now(), requestId: newRequestId() };
      await withActor({ kind: 'anonymous', ...moment }, async (tx) => {
        await become(tx, userId);
        await issueRecoveryCodes(tx, userId, made, moment.now);
      });
      await add(person);
      const { mfa_token } = await owed(email);
      const refused = visitor(clinic.clock).refusal(
        verifySecondFactor,
        shown(mfa_token, made.codes[0] ?? ''),
      );
      expect((await refused).code).toBe('invalid_code');
    });
  }
});
