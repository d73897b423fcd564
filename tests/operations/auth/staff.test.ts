import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { beginPasskeyStepUp } from '#lib/operations/auth/begin-passkey-step-up';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { signOut } from '#lib/operations/auth/sign-out';
import { stepUp } from '#lib/operations/auth/step-up';
import { stepUpMethods } from '#lib/operations/auth/step-up-methods';
import { stepUpPasskey } from '#lib/operations/auth/step-up-passkey';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { registerPasskey } from '#lib/operations/passkeys/register';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { listUsers } from '#lib/operations/people/list';
import { getMe } from '#lib/operations/users/get-me';
import { restV1 } from '#lib/transport/rest-v1';
import { newStaff } from '../../factories/staff';
import {
  callerOf,
  codeAt,
  enrol,
  goodPassword,
  portalCaller,
  portalVisitor,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);

describe.each(['doctor', 'admin'] as const)('a %s without a second factor', (role) => {
  const email = `${role}@example.org`;
  beforeAll(() => newStaff(clinic, email, role));

  it('gets no tokens, and no count against the password', async () => {
    const error = await stranger().refusal(login, { email, password: goodPassword });
    expect([error.status, error.code]).toEqual([403, 'mfa_enrolment_required']);
    const wrong = await stranger().refusal(login, { email, password: 'Wrong-Password7!' });
    expect(wrong.code).toBe('invalid_credentials');
  });

  it('is sent to enrolment by the portal and reaches nothing else there', async () => {
    const answer = await stranger().call(portalSignIn, { email, password: goodPassword });
    const opened = await stranger().call(redeemTicket, { ticket: 'ticket' in answer ? answer.ticket : '' });
    expect([opened.role, opened.must_enrol]).toEqual([role, true]);
    const person = visitor(clinic.clock, portalCaller(opened));
    const open = new Set<unknown>([
      ...[setupTotp, confirmTotp, beginPasskeyRegistration, registerPasskey],
      ...[beginPasskeyStepUp, stepUpPasskey, stepUp, stepUpMethods],
    ]);
    const guarded = restV1.filter(({ operation }) => !operation.declaration.public && !open.has(operation));
    expect(guarded.length).toBeGreaterThan(6);
    for (const { operation } of guarded) {
      const input = operation.declaration.example?.input;
      const { code } = await person.refusal(operation, input);
      expect([operation.name, code]).toEqual([
        operation.name,
        expect.stringMatching(/^(mfa_enrolment_required|insufficient_scope)$/),
      ]);
    }
    await person.call(signOut, {});
  });

  it('has a full session as soon as the first code is confirmed, and signs in with a code from then on', async () => {
    const person = await portalVisitor(clinic.clock, email);
    const secret = await enrol(clinic.clock, person);
    expect(await person.call(getMe, {})).toMatchObject({ email, role });
    clinic.clock.advance(60);
    const answer = await stranger().call(login, { email, password: goodPassword });
    const mfa_token = 'mfa_token' in answer ? answer.mfa_token : '';
    const code = codeAt(secret, clinic.clock);
    const tokens = await stranger().call(verifySecondFactor, { mfa_token, method: 'totp', code });
    expect(await visitor(clinic.clock, callerOf(tokens.access_token)).call(getMe, {})).toMatchObject({
      role,
    });
    const scopes = tokens.scope.split(' ');
    expect(scopes.includes('write:records')).toBe(role === 'doctor');
    expect(scopes.includes('read:records')).toBe(role === 'doctor');
    expect(scopes.includes('admin:users')).toBe(role === 'admin');
  });
});

describe('an invitation', () => {
  const operator = () => visitor(clinic.clock, { kind: 'system', job: 'create-admin' });

  it('makes an admin who chooses the password, enrols and administers', async () => {
    const email = 'first.admin@example.org';
    const { token } = await operator().call(inviteAdmin, { email });
    expect((await stranger().refusal(login, { email, password: goodPassword })).code).toBe(
      'invalid_credentials',
    );
    const weak = await stranger().refusal(acceptInvitation, { token, password: 'short' });
    expect(weak.facts.errors?.every(({ path }) => path === 'password')).toBe(true);
    await stranger().call(acceptInvitation, { token, password: goodPassword, first_name: 'Vera' });
    const admin = await portalVisitor(clinic.clock, email);
    await enrol(clinic.clock, admin);
    const { items } = await admin.call(listUsers, { role: 'admin', sort_by: 'email' });
    expect(items.find((item) => item.email === email)).toMatchObject({
      first_name: 'Vera',
      is_verified: true,
    });
  });

  it('works once, also of eight at once, and not after three days', async () => {
    const once = await operator().call(inviteAdmin, { email: 'second.admin@example.org' });
    const uses = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        stranger().call(acceptInvitation, { token: once.token, password: goodPassword }),
      ),
    );
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = await operator().call(inviteAdmin, { email: 'late.admin@example.org' });
    clinic.clock.advance(72 * 3600);
    const error = await stranger().refusal(acceptInvitation, { token: late.token, password: goodPassword });
    expect(error.facts.errors?.map(({ path, code }) => [path, code])).toEqual([['token', 'invalid_token']]);
    const again = await operator().call(inviteAdmin, { email: 'late.admin@example.org' });
    expect(again.id).toBe(late.id);
    await stranger().call(acceptInvitation, { token: again.token, password: goodPassword });
  });

  it('is not for an address that has an account, and not for an admin alone to give', async () => {
    expect((await operator().refusal(inviteAdmin, { email: 'doctor@example.org' })).code).toBe('conflict');
    await newStaff(clinic, 'lone.admin@example.org', 'admin');
    const admin = await portalVisitor(clinic.clock, 'lone.admin@example.org');
    await enrol(clinic.clock, admin);
    expect((await admin.refusal(inviteAdmin, { email: 'friend@example.org' })).code).toBe('forbidden');
  });
});
