import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logout } from '#lib/operations/auth/logout';
import { refresh } from '#lib/operations/auth/refresh';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { getMe } from '#lib/operations/users/get-me';
import { changeAccount } from '../../factories/staff';
import { apiVisitor, callerOf, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { plainTextOf } from '../../harness/plain-text';

const email = 'patient@example.org';
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
const bearer = (token: string) => visitor(clinic.clock, callerOf(token));
const rotate = (refresh_token: string) => stranger().call(refresh, { refresh_token });
const refused = (refresh_token: string) => stranger().refusal(refresh, { refresh_token });

describe('a refresh token', () => {
  it('gives a new pair of the same session, stored as a hash only', async () => {
    const { tokens } = await apiVisitor(clinic.clock, email);
    const next = await rotate(tokens.refresh_token);
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect(callerOf(next.access_token).session.id).toBe(callerOf(tokens.access_token).session.id);
    await bearer(next.access_token).call(getMe, {});
    const dump = await plainTextOf(clinic.database.superuserUrl);
    expect(dump.includes(next.refresh_token)).toBe(false);
  });

  it('that comes back ends its family: successor and access token die, and the log says so', async () => {
    const { tokens } = await apiVisitor(clinic.clock, email);
    const next = await rotate(tokens.refresh_token);
    clinic.clock.advance(11);
    expect((await refused(tokens.refresh_token)).code).toBe('invalid_refresh_token');
    const event = (await clinic.events()).at(-1);
    expect([event?.action, event?.response_status]).toEqual(['REFRESH_REUSED', 401]);
    expect((await bearer(next.access_token).refusal(getMe, {})).code).toBe('unauthenticated');
    expect((await refused(next.refresh_token)).code).toBe('invalid_refresh_token');
  });

  it('is refused when it is unknown', async () => {
    expect((await refused('never-was')).code).toBe('invalid_refresh_token');
    const { tokens } = await apiVisitor(clinic.clock, email);
    expect((await refused(tokens.access_token)).code).toBe('invalid_refresh_token');
  });

  it('dies with a disabled account, at once', async () => {
    await verifiedPatient(clinic, 'leaver@example.org');
    const { tokens, visitor: person } = await apiVisitor(clinic.clock, 'leaver@example.org');
    await changeAccount(clinic, 'leaver@example.org', { disabled: true });
    expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
    expect((await refused(tokens.refresh_token)).code).toBe('invalid_refresh_token');
  });

  it('cannot go past the end of its family, 30 days after sign-in', async () => {
    let { refresh_token } = (await apiVisitor(clinic.clock, email)).tokens;
    for (let day = 0; day < 29; day += 1) {
      clinic.clock.advance(24 * 3600);
      ({ refresh_token } = await rotate(refresh_token));
    }
    clinic.clock.advance(24 * 3600);
    expect((await refused(refresh_token)).code).toBe('invalid_refresh_token');
  });
});

describe('signing out over the API', () => {
  it('ends access and refresh token at once', async () => {
    const { tokens, visitor: person } = await apiVisitor(clinic.clock, email);
    await stranger().call(logout, { refresh_token: tokens.refresh_token });
    expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
    expect((await refused(tokens.refresh_token)).code).toBe('invalid_refresh_token');
  });

  it('says nothing about a token that is nobody’s', async () => {
    expect(await stranger().call(logout, { refresh_token: 'never-was' })).toBeUndefined();
  });
});

describe('signing out everywhere', () => {
  it('ends the sessions of both doors, and keeps the one that asks where it is told to', async () => {
    await verifiedPatient(clinic, 'everywhere@example.org');
    const here = await portalVisitor(clinic.clock, 'everywhere@example.org');
    const there = await portalVisitor(clinic.clock, 'everywhere@example.org');
    const { tokens, visitor: api } = await apiVisitor(clinic.clock, 'everywhere@example.org');
    await here.call(endAllSessions, { keep_current: 'true' });
    await here.call(getMe, {});
    for (const other of [there, api]) {
      expect((await other.refusal(getMe, {})).code).toBe('unauthenticated');
    }
    expect((await refused(tokens.refresh_token)).code).toBe('invalid_refresh_token');
    await here.call(endAllSessions, {});
    expect((await here.refusal(getMe, {})).code).toBe('unauthenticated');
  });

  it('leaves everybody else signed in', async () => {
    const other = await portalVisitor(clinic.clock, email);
    await verifiedPatient(clinic, 'alone@example.org');
    await (await portalVisitor(clinic.clock, 'alone@example.org')).call(endAllSessions, {});
    await other.call(getMe, {});
  });
});
