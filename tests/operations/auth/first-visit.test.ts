import { afterAll, beforeAll, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { signUp } from '#lib/operations/auth/sign-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { getMe } from '#lib/operations/users/get-me';
import { apiVisitor, goodPassword, portalVisitor, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

it('leads from sign-up over the mailed link to an own profile, by either door', async () => {
  const stranger = visitor(clinic.clock);
  const email = 'Elsa.Vargas@Example.org';
  const stored = 'elsa.vargas@example.org';
  const wish = { email, password: goodPassword, first_name: 'Elsa', last_name: 'Vargas', locale: 'en' };
  expect(await stranger.call(signUp, wish)).toEqual({ status: 'verification_sent' });
  expect((await stranger.refusal(login, { email, password: goodPassword })).code).toBe('invalid_credentials');

  await stranger.call(verifyEmail, { token: await mailedToken(clinic.database.superuserUrl, stored) });
  const { tokens, visitor: api } = await apiVisitor(clinic.clock, email);
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 900 });
  expect(tokens.scope.split(' ').sort()).toEqual([
    'read:appointments',
    'read:profile',
    'read:records',
    'write:appointments',
    'write:profile',
  ]);
  const profile = await api.call(getMe, {});
  expect(profile).toMatchObject({ email: stored, role: 'patient', is_verified: true, first_name: 'Elsa' });
  expect(profile.patient_id).toBeTypeOf('string');

  const portal = await portalVisitor(clinic.clock, email);
  expect(await portal.call(getMe, {})).toEqual(profile);

  const actions = (await clinic.events()).map(({ action, user_id, response_status }) => [
    action,
    user_id === profile.id,
    response_status,
  ]);
  expect(actions).toEqual([
    ['SIGNUP', false, 201],
    ['LOGIN_FAILED', false, 403],
    ['VERIFY_EMAIL', true, 204],
    ['LOGIN', true, 200],
    ['VIEW_PROFILE', true, 200],
    ['LOGIN_TICKET_ISSUED', true, 200],
    ['LOGIN', true, 200],
    ['VIEW_PROFILE', true, 200],
  ]);
});
