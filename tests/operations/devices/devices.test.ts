import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomToken } from '#lib/crypto/tokens';
import { beginPasskeySecondFactor } from '#lib/operations/auth/begin-passkey-second-factor';
import { portalPasskeySecondFactor } from '#lib/operations/auth/portal-passkey-second-factor';
import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { listOwnDevices } from '#lib/operations/devices/list';
import { removeDevice } from '#lib/operations/devices/remove';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { getMe } from '#lib/operations/users/get-me';
import { newId } from '#lib/platform/ids';
import { addPasskey } from '../../factories/passkey-holder';
import {
  codeAt,
  enrol,
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

let clinic: TestClinic;
let email: string;
let secret: string;
let made = 0;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  made += 1;
  email = `device${made}@example.org`;
  await verifiedPatient(clinic, email);
  secret = await enrol(clinic.clock, await portalVisitor(clinic.clock, email));
});

interface Browser {
  readonly key: string;
  readonly trust?: boolean;
}

/** What is asked for after the password. */
async function owedBy({ key }: Browser) {
  const answer = { email, password: goodPassword, device_key: key };
  const owed = await visitor(clinic.clock).call(portalSignIn, answer);
  if (!('mfa_token' in owed)) throw new Error('No second factor is asked for.');
  return owed;
}

/** From the password on; whether the code was asked for. */
async function signIn({ key, trust = false }: Browser): Promise<{ person: Visitor; asked: boolean }> {
  clinic.clock.advance(30);
  const stranger = visitor(clinic.clock);
  const first = await stranger.call(portalSignIn, { email, password: goodPassword, device_key: key });
  const { ticket } =
    'ticket' in first
      ? first
      : await stranger.call(portalSecondFactor, {
          ...{ mfa_token: first.mfa_token, method: 'totp', code: codeAt(secret, clinic.clock) },
          trust_device: trust,
        });
  const opened = await stranger.call(redeemTicket, { ticket, device_key: key });
  return { person: visitor(clinic.clock, portalCaller(opened)), asked: !('ticket' in first) };
}

const asked = async (browser: Browser) => (await signIn(browser)).asked;
const devicesOf = async (person: Visitor) => (await person.call(listOwnDevices, {})).items;

describe('a browser that a patient trusts', () => {
  it('asks for no second factor at the next three sign-ins, and not for only the first of them', async () => {
    const key = randomToken();
    const askedThen = [await asked({ key, trust: true })];
    for (let again = 0; again < 3; again += 1) askedThen.push(await asked({ key }));
    expect(askedThen).toEqual([true, false, false, false]);
  });

  it('is trusted at a passkey as well', async () => {
    const [key, stranger] = [randomToken(), visitor(clinic.clock)];
    const { person } = await signIn({ key });
    const { passkey } = await addPasskey(person);
    const { mfa_token } = await owedBy({ key });
    const response = passkey.get(await stranger.call(beginPasskeySecondFactor, { mfa_token }));
    const answer = { mfa_token, response, trust_device: true };
    const { ticket } = await stranger.call(portalPasskeySecondFactor, answer);
    await stranger.call(redeemTicket, { ticket, device_key: key });
    expect(await asked({ key })).toBe(false);
  });

  it('is that browser alone, for thirty days', async () => {
    const key = randomToken();
    await signIn({ key, trust: true });
    expect(await asked({ key: randomToken() })).toBe(true);
    clinic.clock.advance(30 * 24 * 3600);
    expect(await asked({ key })).toBe(true);
  });

  it('is trusted only where somebody has asked for it', async () => {
    const key = randomToken();
    await signIn({ key });
    expect(await asked({ key })).toBe(true);
  });

  it('is trusted no more after signing out everywhere', async () => {
    const key = randomToken();
    const { person } = await signIn({ key, trust: true });
    await person.call(endAllSessions, { keep_current: true });
    expect(await asked({ key })).toBe(true);
  });

  it('is trusted by no account of a doctor or an admin, whatever its row says', async () => {
    const key = randomToken();
    await signIn({ key, trust: true });
    await asRole(clinic.database.superuserUrl, (sql) => sql`update users set role = 'doctor'`);
    expect(await owedBy({ key })).toMatchObject({ may_trust_device: false });
    expect(await asked({ key, trust: true })).toBe(true);
    expect(await asked({ key })).toBe(true);
    await asRole(clinic.database.superuserUrl, (sql) => sql`update users set role = 'patient'`);
    expect(await owedBy({ key: randomToken() })).toMatchObject({ may_trust_device: true });
  });
});

describe('the list of devices', () => {
  it('tells two browsers of one kind apart, and which one this is', async () => {
    await signIn({ key: randomToken(), trust: true });
    const { person } = await signIn({ key: randomToken() });
    const devices = (await devicesOf(person)).filter(({ sessions }) => sessions === 1).slice(0, 2);
    expect(devices.map(({ device, current, ip }) => [device, current, ip])).toEqual([
      ['Firefox · Linux', true, '192.0.2.1'],
      ['Firefox · Linux', false, '192.0.2.1'],
    ]);
    expect(devices.map(({ trusted_until }) => trusted_until !== null)).toEqual([false, true]);
  });

  it('says the place of nothing without the operator’s file', async () => {
    const { person } = await signIn({ key: randomToken() });
    expect((await devicesOf(person)).every(({ place }) => place === null)).toBe(true);
  });
});

describe('removing a device', () => {
  it('ends its sessions and its trust; signing in there again is news to the owner', async () => {
    const key = randomToken();
    const { person: there } = await signIn({ key, trust: true });
    const { person: here } = await signIn({ key: randomToken() });
    const [device] = (await devicesOf(here)).filter(({ trusted_until }) => trusted_until);
    await here.call(removeDevice, { id: device?.id ?? '' });
    expect((await there.refusal(getMe, {})).code).toBe('unauthenticated');
    expect((await devicesOf(here)).map(({ id }) => id)).not.toContain(device?.id);
    const told = async () => (await mailsTo(clinic.database.superuserUrl, email)).length;
    const before = await told();
    expect(await asked({ key })).toBe(true);
    expect(await told()).toBe(before + 1);
    expect((await here.refusal(removeDevice, { id: newId('user_devices') })).code).toBe('not_found');
  });

  it('answers the same for somebody else’s device and for one that is not there', async () => {
    const { person: owner } = await signIn({ key: randomToken() });
    const [theirs] = await devicesOf(owner);
    await verifiedPatient(clinic, `foreign${made}@example.org`);
    const stranger = await portalVisitor(clinic.clock, `foreign${made}@example.org`);
    expect((await stranger.refusal(removeDevice, { id: theirs?.id ?? '' })).code).toBe('not_found');
    await owner.call(getMe, {});
  });
});
