import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { beginPasskeySecondFactor } from '#lib/operations/auth/begin-passkey-second-factor';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { login } from '#lib/operations/auth/login';
import { loginPasskey } from '#lib/operations/auth/login-passkey';
import { portalPasskeySecondFactor } from '#lib/operations/auth/portal-passkey-second-factor';
import { portalPasskeySignIn } from '#lib/operations/auth/portal-passkey-sign-in';
import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { listSessions } from '#lib/operations/sessions/list';
import { addPasskey } from '../../factories/passkey-holder';
import {
  apiVisitor,
  callerOf,
  codeAt,
  enrolWithCodes,
  goodPassword,
  portalCaller,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let email: string;
let made = 0;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  made += 1;
  email = `kind${made}@example.org`;
  await verifiedPatient(clinic, email);
});

const stranger = () => visitor(clinic.clock);
const credentials = () => ({ email, password: goodPassword });

/** What the person's own list says of the session that they look from. */
async function listedAs(person: Visitor) {
  const { items } = await person.call(listSessions, {});
  return items.find(({ current }) => current)?.second_factor;
}

const entered = async (ticket: string) =>
  visitor(clinic.clock, portalCaller(await stranger().call(redeemTicket, { ticket })));

async function owed(): Promise<string> {
  const answer = await stranger().call(portalSignIn, credentials());
  if (!('mfa_token' in answer)) throw new Error('No second factor was asked for.');
  return answer.mfa_token;
}

it('a session that a password opened has none', async () => {
  expect(await listedAs(await portalVisitor(clinic.clock, email))).toBeNull();
  expect(await listedAs((await apiVisitor(clinic.clock, email)).visitor)).toBeNull();
});

it('a session that a code opened says which kind of code, at the portal and at the API', async () => {
  const portal = await portalVisitor(clinic.clock, email);
  const { secret, recovery_codes } = await enrolWithCodes(clinic.clock, portal);
  const codes = {
    totp: () => {
      clinic.clock.advance(60);
      return codeAt(secret, clinic.clock);
    },
    recovery_code: () => recovery_codes.pop() ?? '',
  };
  for (const method of ['totp', 'recovery_code'] as const) {
    const answer = { mfa_token: await owed(), method, code: codes[method]() };
    const { ticket } = await stranger().call(portalSecondFactor, answer);
    expect(await listedAs(await entered(ticket))).toBe(method);

    const begun = await stranger().call(login, credentials());
    const mfa_token = 'mfa_token' in begun ? begun.mfa_token : '';
    const api = { mfa_token, method, code: codes[method]() };
    const { access_token } = await stranger().call(verifySecondFactor, api);
    expect(await listedAs(visitor(clinic.clock, callerOf(access_token)))).toBe(method);
  }
});

it('a wish to trust the browser travels beside the kind', async () => {
  const secret = (await enrolWithCodes(clinic.clock, await portalVisitor(clinic.clock, email))).secret;
  clinic.clock.advance(60);
  const answer = { mfa_token: await owed(), method: 'totp', code: codeAt(secret, clinic.clock) } as const;
  const { ticket } = await stranger().call(portalSecondFactor, { ...answer, trust_device: true });
  const opened = await stranger().call(redeemTicket, { ticket, device_key: 'browser' });
  expect(await listedAs(visitor(clinic.clock, portalCaller(opened)))).toBe('totp');
  // Trusted: the password is enough, and the session says that there was no more.
  const again = await stranger().call(portalSignIn, { ...credentials(), device_key: 'browser' });
  expect(await listedAs(await entered('ticket' in again ? again.ticket : ''))).toBeNull();
});

it('a passkey is named, alone, after a password, and at the API', async () => {
  const { passkey } = await addPasskey(await portalVisitor(clinic.clock, email));
  const question = () => stranger().call(beginPasskeySignIn, {});
  const alone = await stranger().call(portalPasskeySignIn, { response: passkey.get(await question()) });
  expect(await listedAs(await entered(alone.ticket))).toBe('webauthn');

  const mfa_token = await owed();
  const asked = await stranger().call(beginPasskeySecondFactor, { mfa_token });
  const response = passkey.get(asked);
  const second = await stranger().call(portalPasskeySecondFactor, { mfa_token, response });
  expect(await listedAs(await entered(second.ticket))).toBe('webauthn');

  const tokens = await stranger().call(loginPasskey, { response: passkey.get(await question()) });
  expect(await listedAs(visitor(clinic.clock, callerOf(tokens.access_token)))).toBe('webauthn');
});
