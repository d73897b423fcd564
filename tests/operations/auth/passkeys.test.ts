import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { login } from '#lib/operations/auth/login';
import { loginPasskey } from '#lib/operations/auth/login-passkey';
import { portalPasskeySignIn } from '#lib/operations/auth/portal-passkey-sign-in';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { listFactors } from '#lib/operations/factors/list';
import { removeFactor } from '#lib/operations/factors/remove';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { registerPasskey } from '#lib/operations/passkeys/register';
import { getMe } from '#lib/operations/users/get-me';
import { env } from '#lib/platform/env';
import { addPasskey } from '../../factories/passkey-holder';
import { changeAccount } from '../../factories/staff';
import {
  callerOf,
  goodPassword,
  portalCaller,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { type Lies, Passkey } from '../../harness/passkey';

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

const refusalOf = (response: ReturnType<Passkey['get']>) =>
  stranger().refusal(portalPasskeySignIn, { response });

const lastMailTo = async (email: string) =>
  (await mailsTo(clinic.database.superuserUrl, email)).at(-1)?.subject;

const sessionRow = (id: string) =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql`select assurance, second_factor_kind from sessions where id = ${id}`;
    return row;
  });

describe('over the API', () => {
  it('a sign-in with a passkey gives fewer scopes where fewer are asked for, and never more', async () => {
    const { passkey } = await holder();
    const enter = async (scope: string) => ({ response: passkey.get(await question()), scope });
    const { scope } = await stranger().call(loginPasskey, await enter('read:profile'));
    expect(scope).toBe('read:profile');
    const { facts } = await stranger().refusal(loginPasskey, await enter('admin:users'));
    expect(facts.errors?.[0]?.code).toBe('scope_not_allowed');
  });

  it('a password asks for no passkey, which no code answers', async () => {
    const { email } = await holder();
    const owed = await stranger().call(login, { email, password: goodPassword });
    expect(owed).toMatchObject({ mfa_required: true, methods: expect.not.arrayContaining(['webauthn']) });
    const atPortal = await stranger().call(portalSignIn, { email, password: goodPassword });
    expect(atPortal).toMatchObject({ methods: expect.arrayContaining(['webauthn']) });
  });
});

describe('adding a passkey', () => {
  it('makes it count at once, with the name that it was given, and tells the owner', async () => {
    const { email, portal } = await person();
    const { id } = await addPasskey(portal, {}, 'Blue key');
    const { items } = await portal.call(listFactors, {});
    expect(items).toEqual([
      {
        ...{ id, kind: 'webauthn', name: 'Blue key', last_used_at: null, flagged: false },
        ...{ verifies_user: true, backed_up: false, confirmed_at: clinic.clock.now().toString() },
      },
    ]);
    expect(await lastMailTo(email)).toBe('A new way to sign in was added');
  });

  it('ends every other session and gives this one its second factor', async () => {
    const { email, portal } = await person();
    const elsewhere = await portalVisitor(clinic.clock, email);
    await addPasskey(portal);
    expect((await elsewhere.refusal(getMe, {})).code).toBe('unauthenticated');
    if (portal.caller.kind !== 'user') throw new Error('Nobody is signed in.');
    expect(await sessionRow(portal.caller.session.id)).toEqual({
      assurance: 'aal2',
      second_factor_kind: 'webauthn',
    });
  });

  it('names the passkeys that are there already, so that the browser does not make one twice', async () => {
    const { portal, passkey } = await holder();
    const { excludeCredentials } = await portal.call(beginPasskeyRegistration, {});
    expect(excludeCredentials.map(({ id }) => id)).toEqual([passkey.id.toString('base64url')]);
  });

  it('refuses a credential that is known, also when another account brings it', async () => {
    const { portal, passkey } = await holder();
    const other = await person();
    for (const each of [portal, other.portal]) {
      const response = passkey.create(await each.call(beginPasskeyRegistration, {}));
      expect((await each.refusal(registerPasskey, { response })).code).toBe('invalid_passkey');
    }
  });

  it.each<[string, Lies]>([
    ['another origin', { origin: 'https://clinic.example.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a challenge of its own', { challenge: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6' }],
    ['nobody at the authenticator', { userPresent: false }],
  ])('refuses %s', async (_what, lies) => {
    const { portal } = await person();
    const passkey = new Passkey(env().publicUrl.origin);
    const response = passkey.create(await portal.call(beginPasskeyRegistration, {}), lies);
    expect((await portal.refusal(registerPasskey, { response })).code).toBe('invalid_passkey');
    expect((await portal.call(listFactors, {})).items).toEqual([]);
  });

  it('takes the challenge of this session only, once, and for five minutes', async () => {
    const { email, portal } = await person();
    const elsewhere = await portalVisitor(clinic.clock, email);
    const options = await elsewhere.call(beginPasskeyRegistration, {});
    const foreign = new Passkey(env().publicUrl.origin).create(options);
    expect((await portal.refusal(registerPasskey, { response: foreign })).code).toBe('invalid_passkey');
    const late = await portal.call(beginPasskeyRegistration, {});
    const again = new Passkey(env().publicUrl.origin).create(late);
    await portal.call(registerPasskey, { response: again });
    const second = new Passkey(env().publicUrl.origin).create(late);
    expect((await portal.refusal(registerPasskey, { response: second })).code).toBe('invalid_passkey');
  });

  it('is not open to whoever has the password alone, once there is a factor', async () => {
    const { portal } = await holder();
    clinic.clock.advance(299);
    await portal.call(beginPasskeyRegistration, {});
    clinic.clock.advance(1);
    const refused = await portal.refusal(beginPasskeyRegistration, {});
    expect(refused.code).toBe('insufficient_user_authentication');
  });
});

describe('signing in with a passkey alone', () => {
  it('is asked the same of everybody, and opens a session with a second factor', async () => {
    const { passkey } = await holder();
    const asked = await question();
    expect(asked).toMatchObject({ rpId: env().publicUrl.hostname, allowCredentials: [] });
    expect(asked.userVerification).toBe('required');
    const opened = await signInWith(passkey);
    expect((await sessionRow(opened.session_id))?.assurance).toBe('aal2');
    const signedIn = visitor(clinic.clock, portalCaller(opened));
    await signedIn.call(beginPasskeyRegistration, {});
    const tokens = await stranger().call(loginPasskey, { response: passkey.get(await question()) });
    await visitor(clinic.clock, callerOf(tokens.access_token)).call(getMe, {});
  });

  it.each<[string, Lies]>([
    ['another origin', { origin: 'https://clinic.example.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a challenge of its own', { challenge: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6' }],
    ['a user who was not verified', { userVerified: false }],
    ['nobody at the authenticator', { userPresent: false }],
    ['the handle of somebody else', { userHandle: 'AZIAAAAAcACAAAAAAAAAAQ' }],
    ['a frame in another site', { crossOrigin: true }],
  ])('refuses %s, and takes the truth afterwards', async (_what, lies) => {
    const { passkey } = await holder();
    expect((await refusalOf(passkey.get(await question(), lies))).code).toBe('invalid_passkey');
    await signInWith(passkey);
  });

  it('refuses an answer that has been given before, also when both come at once', async () => {
    const { passkey } = await holder({ counter: null });
    const response = passkey.get(await question());
    const uses = await Promise.allSettled(
      Array.from({ length: 8 }, () => stranger().call(portalPasskeySignIn, { response })),
    );
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses a challenge that another answer has used up, or that is five minutes old', async () => {
    const { passkey } = await holder();
    const asked = await question();
    await refusalOf(passkey.get(asked, { userVerified: false }));
    expect((await refusalOf(passkey.get(asked))).code).toBe('invalid_passkey');
    const old = await question();
    clinic.clock.advance(300);
    expect((await refusalOf(passkey.get(old))).code).toBe('invalid_passkey');
  });

  it('refuses and flags a counter that went back, tells the owner, and takes 0 from those that do not count', async () => {
    const { email, portal, passkey, id } = await holder();
    await signInWith(passkey, { counter: 40 });
    expect((await refusalOf(passkey.get(await question(), { counter: 40 }))).code).toBe('invalid_passkey');
    expect(await lastMailTo(email)).toBe('A passkey of yours may have been copied');
    const { items } = await portal.call(listFactors, {});
    expect(items.find((item) => item.id === id)?.flagged).toBe(true);
    const event = (await clinic.events()).findLast(({ action }) => action === 'LOGIN_FAILED');
    expect(event?.additional_info).toEqual({ signature_counter: 'went_back' });
    const synced = await holder({ counter: null });
    for (let use = 0; use < 2; use += 1) await signInWith(synced.passkey);
  });

  it('keeps in mind whether the passkey is backed up by now', async () => {
    const { portal, passkey } = await holder();
    await signInWith(passkey, { backedUp: true });
    expect((await portal.call(listFactors, {})).items[0]).toMatchObject({
      backed_up: true,
      last_used_at: clinic.clock.now().toString(),
    });
  });

  it('refuses a passkey that was removed, one that never was, and one of a disabled account', async () => {
    const { portal, passkey, id } = await holder();
    await portal.call(removeFactor, { id });
    expect((await refusalOf(passkey.get(await question()))).code).toBe('invalid_passkey');
    const unknown = new Passkey(env().publicUrl.origin);
    const lies = { rpId: env().publicUrl.hostname, userHandle: 'AZIAAAAAcACAAAAAAAAAAQ' };
    expect((await refusalOf(unknown.get(await question(), lies))).code).toBe('invalid_passkey');
    const shut = await holder();
    await changeAccount(clinic, shut.email, { disabled: true });
    expect((await refusalOf(shut.passkey.get(await question()))).code).toBe('invalid_passkey');
  });
});
