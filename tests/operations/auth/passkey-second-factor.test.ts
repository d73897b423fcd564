import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginPasskeySecondFactor } from '#lib/operations/auth/begin-passkey-second-factor';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { beginPasskeyStepUp } from '#lib/operations/auth/begin-passkey-step-up';
import { portalPasskeySecondFactor } from '#lib/operations/auth/portal-passkey-second-factor';
import { portalPasskeySignIn } from '#lib/operations/auth/portal-passkey-sign-in';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { stepUpPasskey } from '#lib/operations/auth/step-up-passkey';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { addPasskey } from '../../factories/passkey-holder';
import {
  goodPassword,
  portalCaller,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import type { Lies, Passkey } from '../../harness/passkey';

let clinic: TestClinic;
let count = 0;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);

async function person(): Promise<{ email: string; portal: Visitor }> {
  count += 1;
  const email = `holder.${count}@example.org`;
  await verifiedPatient(clinic, email);
  return { email, portal: await portalVisitor(clinic.clock, email) };
}

async function holder(kind?: ConstructorParameters<typeof Passkey>[1]) {
  const { email, portal } = await person();
  return { email, portal, ...(await addPasskey(portal, kind)) };
}

const question = () => stranger().call(beginPasskeySignIn, {});

async function signInWith(passkey: Passkey, lies?: Lies) {
  const response = passkey.get(await question(), lies);
  const { ticket } = await stranger().call(portalPasskeySignIn, { response });
  return stranger().call(redeemTicket, { ticket });
}

async function owed(email: string): Promise<string> {
  const answer = await stranger().call(portalSignIn, { email, password: goodPassword });
  if (!('mfa_token' in answer)) throw new Error('No second factor was asked for.');
  return answer.mfa_token;
}

const sessionRow = (id: string) =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql`select assurance, second_factor_kind from sessions where id = ${id}`;
    return row;
  });

describe('a passkey after the password', () => {
  it('is asked of the account by name, and a security key that verifies nobody is enough', async () => {
    const { email, passkey } = await holder({ userVerified: false });
    const mfa_token = await owed(email);
    const asked = await stranger().call(beginPasskeySecondFactor, { mfa_token });
    expect(asked.allowCredentials.map(({ id }) => id)).toEqual([passkey.id.toString('base64url')]);
    const response = passkey.get(asked);
    const { ticket } = await stranger().call(portalPasskeySecondFactor, { mfa_token, response });
    expect((await sessionRow((await stranger().call(redeemTicket, { ticket })).session_id))?.assurance).toBe(
      'aal2',
    );
    const again = await stranger().refusal(portalPasskeySecondFactor, { mfa_token, response });
    expect(again.code).toBe('invalid_passkey');
  });

  it('has to be one of the account whose password was right', async () => {
    const [a, b] = [await holder(), await holder()];
    const mfa_token = await owed(b.email);
    const asked = await stranger().call(beginPasskeySecondFactor, { mfa_token });
    const response = a.passkey.get(asked);
    expect((await stranger().refusal(portalPasskeySecondFactor, { mfa_token, response })).code).toBe(
      'invalid_passkey',
    );
  });

  it('does not take the challenge of another purpose, and dies after five refusals', async () => {
    const { email, passkey } = await holder();
    const mfa_token = await owed(email);
    for (let tries = 0; tries < 5; tries += 1) {
      const response = passkey.get(await question());
      await stranger().refusal(portalPasskeySecondFactor, { mfa_token, response });
    }
    expect((await stranger().refusal(beginPasskeySecondFactor, { mfa_token })).code).toBe('invalid_passkey');
  });
});

describe('a passkey as the proof before a sensitive act', () => {
  it('opens it again in this session, and in no other', async () => {
    const { portal, passkey } = await holder();
    const other = visitor(clinic.clock, portalCaller(await signInWith(passkey)));
    clinic.clock.advance(300);
    const asked = await portal.call(beginPasskeyStepUp, {});
    const response = passkey.get(asked);
    expect((await other.refusal(stepUpPasskey, { response })).code).toBe('invalid_passkey');
    const own = passkey.get(await portal.call(beginPasskeyStepUp, {}));
    const { secret } = await portal.call(stepUpPasskey, { response: own });
    if (portal.caller.kind !== 'user' || !secret) throw new Error('The session has no new secret.');
    const opened = { session_id: portal.caller.session.id, secret, role: 'patient' as const };
    await visitor(clinic.clock, portalCaller(opened)).call(beginPasskeyRegistration, {});
    expect((await other.refusal(beginPasskeyRegistration, {})).code).toBe('insufficient_user_authentication');
  });

  it('is no proof when the key was only touched, as on a laptop with its lid closed', async () => {
    const { portal, passkey } = await holder();
    const response = passkey.get(await portal.call(beginPasskeyStepUp, {}), { userVerified: false });
    expect((await portal.refusal(stepUpPasskey, { response })).code).toBe('invalid_passkey');
  });
});
