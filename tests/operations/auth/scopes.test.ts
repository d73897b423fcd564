import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { refresh } from '#lib/operations/auth/refresh';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { listSessions } from '#lib/operations/sessions/list';
import { getMe } from '#lib/operations/users/get-me';
import { updateMe } from '#lib/operations/users/update-me';
import {
  callerOf,
  codeAt,
  enrol,
  goodPassword,
  portalVisitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

const email = 'few@example.org';
const strong = 'strong@example.org';
let secret: string;
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
  await verifiedPatient(clinic, strong);
  secret = await enrol(clinic.clock, await portalVisitor(clinic.clock, strong));
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
const signIn = async (scope: string) => {
  const answer = await stranger().call(login, { email, password: goodPassword, scope });
  if (!('access_token' in answer)) throw new Error('A second factor is asked for.');
  return answer;
};
const refusal = async (scope: string) => {
  const error = await stranger().refusal(login, { email, password: goodPassword, scope });
  return [error.status, error.facts.errors?.map(({ path, code, message }) => [path, code, message])];
};

describe('a client that asks for fewer scopes', () => {
  it('gets those only, and a refresh gives no more', async () => {
    const tokens = await signIn('read:profile');
    expect(tokens.scope).toBe('read:profile');
    const next = await stranger().call(refresh, { refresh_token: tokens.refresh_token });
    expect(next.scope).toBe('read:profile');
    const client = visitor(clinic.clock, callerOf(next.access_token));
    await client.call(getMe, {});
    const refused = await client.refusal(updateMe, { first_name: 'Else' });
    expect([refused.code, refused.facts.scope]).toEqual(['insufficient_scope', 'write:profile']);
  });

  it('gets all of the role where it asks for nothing', async () => {
    const { scope } = (await stranger().call(login, { email, password: goodPassword })) as { scope: string };
    expect(scope.split(' ')).toHaveLength(5);
  });
});

describe('a scope', () => {
  it('that there is none of is refused by name', async () => {
    expect(await refusal('read:profile read:minds')).toEqual([
      422,
      [['scope', 'unknown_scope', 'Unknown scope read:minds']],
    ]);
    expect(await refusal('<script>')).toEqual([422, [['scope', 'unknown_scope', 'Unknown scope']]]);
    expect((await refusal(' '))[0]).toBe(422);
  });

  it('beyond the role is refused by name', async () => {
    expect(await refusal('read:profile admin:users')).toEqual([
      422,
      [['scope', 'scope_not_allowed', 'Scope admin:users cannot be given']],
    ]);
  });

  it('is not told to whoever has no password: a wrong one is wrong first', async () => {
    const wrong = { email, password: 'Wrong-Password7!', scope: 'admin:users' };
    expect((await stranger().refusal(login, wrong)).code).toBe('invalid_credentials');
  });
});

describe('with a second factor', () => {
  const first = async (scope?: string) => {
    clinic.clock.advance(30);
    const wish = { email: strong, password: goodPassword, ...(scope !== undefined && { scope }) };
    const answer = await stranger().call(login, wish);
    if (!('mfa_token' in answer)) throw new Error('No second factor is asked for.');
    return { mfa_token: answer.mfa_token, method: 'totp' as const, code: codeAt(secret, clinic.clock) };
  };

  it('the wish of the first step holds for the second', async () => {
    const { scope } = await stranger().call(verifySecondFactor, await first('read:profile read:records'));
    expect(scope).toBe('read:profile read:records');
  });

  it('the second step may ask for fewer, and never for more than the first', async () => {
    const fewer = { ...(await first('read:profile read:records')), scope: 'read:profile' };
    expect((await stranger().call(verifySecondFactor, fewer)).scope).toBe('read:profile');
    const more = { ...(await first('read:profile')), scope: 'read:profile write:profile' };
    expect((await stranger().refusal(verifySecondFactor, more)).status).toBe(422);
  });

  it('one beyond the role confirms no password: it is refused once the code is right', async () => {
    const answer = await first('read:profile admin:users');
    const { code } = await stranger().refusal(verifySecondFactor, { ...answer, code: '000000' });
    expect(code).toBe('invalid_code');
    const { status, facts } = await stranger().refusal(verifySecondFactor, answer);
    expect([status, facts.errors?.[0]?.code]).toEqual([422, 'scope_not_allowed']);
  });

  it('without a wish all of the role is given', async () => {
    const { scope, access_token } = await stranger().call(verifySecondFactor, await first());
    expect(scope.split(' ')).toHaveLength(5);
    await visitor(clinic.clock, callerOf(access_token)).call(listSessions, {});
  });
});
