import { afterAll, beforeAll, expect, it } from 'vitest';
import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { stepUp } from '#lib/operations/auth/step-up';
import { stepUpMethods } from '#lib/operations/auth/step-up-methods';
import { getMe } from '#lib/operations/users/get-me';
import {
  codeAt,
  enrol,
  goodPassword,
  portalCaller,
  portalVisitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

async function signedInWithApp(email: string) {
  const { clock } = clinic;
  await verifiedPatient(clinic, email);
  const secret = await enrol(clock, await portalVisitor(clock, email));
  clock.advance(60);
  const stranger = visitor(clock);
  const owed = await stranger.call(portalSignIn, { email, password: goodPassword });
  if (!('mfa_token' in owed)) throw new Error('No second factor is asked for.');
  const answer = { mfa_token: owed.mfa_token, method: 'totp', code: codeAt(secret, clock) } as const;
  const { ticket } = await stranger.call(portalSecondFactor, answer);
  const opened = await stranger.call(redeemTicket, { ticket });
  return { secret, opened, person: visitor(clock, portalCaller(opened)) };
}

it('keeps a step-up through reloads, under a new secret of the cookie, for five minutes', async () => {
  const { clock } = clinic;
  const { secret, opened, person } = await signedInWithApp('reload@example.org');
  clock.advance(6 * 60);
  expect((await person.refusal(setupTotp, {})).code).toBe('insufficient_user_authentication');
  const { secret: renewed } = await person.call(stepUp, { method: 'totp', code: codeAt(secret, clock) });

  expect(renewed).toBeTypeOf('string');
  const reloaded = () => visitor(clock, portalCaller({ ...opened, secret: renewed ?? '' }));
  expect(await reloaded().call(setupTotp, {})).toHaveProperty('secret');
  clock.advance(4 * 60);
  expect(await reloaded().call(setupTotp, {})).toHaveProperty('secret');
  expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
  clock.advance(2 * 60);
  expect((await reloaded().refusal(setupTotp, {})).code).toBe('insufficient_user_authentication');
});

it('takes a password only from an account that has nothing stronger', async () => {
  const { clock } = clinic;
  await verifiedPatient(clinic, 'password@example.org');
  const person = await portalVisitor(clock, 'password@example.org');
  expect(await person.call(stepUpMethods, {})).toEqual({ methods: ['password'] });
  const wrong = { method: 'password', password: 'Wrong-Password7!' } as const;
  expect((await person.refusal(stepUp, wrong)).code).toBe('invalid_credentials');
  expect(await person.call(stepUp, { method: 'password', password: goodPassword })).toHaveProperty('secret');

  const stronger = await signedInWithApp('stronger@example.org');
  const right = { method: 'password', password: goodPassword } as const;
  expect((await stronger.person.refusal(stepUp, right)).code).toBe('invalid_credentials');
});

it('lets no session that knows the password alone enrol a factor of its own beside an existing one', async () => {
  const { clock } = clinic;
  const email = 'bypass@example.org';
  await verifiedPatient(clinic, email);
  const [thief, owner] = [await portalVisitor(clock, email), await portalVisitor(clock, email)];
  await enrol(clock, owner);
  expect((await thief.refusal(setupTotp, {})).code).toBe('unauthenticated');
  expect(await visitor(clock).call(portalSignIn, { email, password: goodPassword })).toMatchObject({
    mfa_required: true,
  });
});
