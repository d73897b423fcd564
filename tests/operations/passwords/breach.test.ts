import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkBreach } from '#lib/auth/breach-check';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { login } from '#lib/operations/auth/login';
import { signUp } from '#lib/operations/auth/sign-up';
import { changePassword } from '#lib/operations/passwords/change';
import { resetPassword } from '#lib/operations/passwords/reset';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { apiVisitor, goodPassword, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { type RangeServer, startRangeServer } from '../../harness/range-server';
import { askedForReset, passwordRow } from './steps';

const known = 'SecurePass123!';
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

let clinic: TestClinic;
let range: RangeServer;
beforeAll(async () => {
  clinic = await openClinic();
  range = await startRangeServer();
  range.add(known);
});
beforeEach(() => {
  range.answer = null;
  range.requests.length = 0;
});
afterAll(async () => {
  await range.stop();
  await clinic.close();
});

const stranger = () => visitor(clinic.clock);
const codes = (error: { facts: { errors?: readonly { path: string; code: string }[] } }) =>
  error.facts.errors?.map(({ path, code }) => `${path} ${code}`);

describe('the breach check', () => {
  it('sends five characters of the hash, asks for padding, and says who asks', async () => {
    expect(await checkBreach(known)).toBe('breached');
    const [request] = range.requests;
    expect(request?.path).toBe(`/range/${sha1(known).slice(0, 5)}`);
    expect(request?.headers).toMatchObject({ 'add-padding': 'true', 'user-agent': 'MediSecure' });
    expect(JSON.stringify(range.requests)).not.toContain(sha1(known).slice(5, 12));
  });

  it('compares the whole suffix, and takes a padding line for nothing', async () => {
    range.add('Padded-Password7!', 0);
    expect(await checkBreach('Padded-Password7!')).toBe('clean');
    const suffix = sha1(goodPassword).slice(5);
    const neighbour = `${suffix.slice(0, -1)}${suffix.endsWith('0') ? '1' : '0'}`;
    for (const body of [
      `${neighbour}:3`,
      `${suffix}0:3`,
      `${suffix.slice(1)}:3`,
      `${'0'.repeat(35)}:3\r\nx${suffix}:3`,
    ]) {
      range.answer = { status: 200, body: `${'F'.repeat(35)}:1\r\n${body}` };
      expect(await checkBreach(goodPassword), body).toBe('clean');
    }
    range.answer = { status: 200, body: `${suffix.toLowerCase()}:1` };
    expect(await checkBreach(goodPassword)).toBe('breached');
  });

  it('knows nothing where the service fails, speaks something else, or says nothing for two seconds', async () => {
    for (const answer of [
      { status: 503, body: '' },
      { status: 200, body: '<html>Sign in to the network</html>' },
      { status: 200, body: '' },
    ]) {
      range.answer = answer;
      expect(await checkBreach(known)).toBe('unknown');
    }
    range.answer = 'nothing';
    const started = performance.now();
    expect(await checkBreach(known)).toBe('unknown');
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('a password that is in a breach', () => {
  it('is refused at sign-up, for an unknown address and a known one alike', async () => {
    await verifiedPatient(clinic, 'known@example.org');
    for (const email of ['known@example.org', 'unknown@example.org']) {
      const refused = await stranger().refusal(signUp, { email, password: known });
      expect([refused.status, codes(refused)]).toEqual([422, ['password password_breached']]);
    }
  });

  it('is refused at a change, a reset and an invitation', async () => {
    await verifiedPatient(clinic, 'everywhere@example.org');
    const person = await portalVisitor(clinic.clock, 'everywhere@example.org');
    const change = { current_password: goodPassword, new_password: known };
    expect(codes(await person.refusal(changePassword, change))).toEqual(['new_password password_breached']);
    const token = await askedForReset(clinic, 'everywhere@example.org');
    const reset = await stranger().refusal(resetPassword, { token, new_password: known });
    expect(codes(reset)).toEqual(['new_password password_breached']);
    const operator = visitor(clinic.clock, { kind: 'system', job: 'create-admin' });
    const invitation = await operator.call(inviteAdmin, { email: 'invited@example.org' });
    const accepted = await stranger().refusal(acceptInvitation, { token: invitation.token, password: known });
    expect(codes(accepted)).toEqual(['password password_breached']);
  });

  it('is taken while the service is away, and found out at the next sign-in, which it does not prevent', async () => {
    range.answer = { status: 503, body: '' };
    const email = 'later@example.org';
    await verifiedPatient(clinic, email, known);
    expect((await passwordRow(clinic, email)).password_state).toBe('unchecked');
    await apiVisitor(clinic.clock, email, known);
    expect((await passwordRow(clinic, email)).password_state).toBe('unchecked');
    range.answer = null;
    await apiVisitor(clinic.clock, email, known);
    expect((await passwordRow(clinic, email)).password_state).toBe('breached');
    const subjects = (await mailsTo(clinic.database.superuserUrl, email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'Choose another password')).toHaveLength(1);
    range.requests.length = 0;
    await apiVisitor(clinic.clock, email, known);
    expect(range.requests).toHaveLength(0);
  });

  it('is asked about at sign-in for a right password alone', async () => {
    range.answer = { status: 503, body: '' };
    await verifiedPatient(clinic, 'waiting@example.org');
    range.answer = null;
    range.requests.length = 0;
    for (const email of ['waiting@example.org', 'nobody@example.org']) {
      await stranger().refusal(login, { email, password: 'Wrong-Password7!' });
    }
    expect(range.requests).toHaveLength(0);
    await apiVisitor(clinic.clock, 'waiting@example.org');
    expect(range.requests).toHaveLength(1);
    expect((await passwordRow(clinic, 'waiting@example.org')).password_state).toBe('checked');
  });

  it('is refused without the service where it is one of the words that everybody uses', async () => {
    range.answer = { status: 503, body: '' };
    for (const password of [
      'Password123!',
      'P@ssw0rd2026!!',
      'Summer.20266',
      '!!Qwertyuiop1',
      'Welcome12345!',
    ]) {
      const refused = await stranger().refusal(signUp, { email: 'worn@example.org', password });
      expect(codes(refused), password).toEqual(['password common']);
    }
  });
});
