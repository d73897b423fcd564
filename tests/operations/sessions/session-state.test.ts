import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionState } from '#lib/auth/session-state';
import { hashToken } from '#lib/crypto/tokens';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { changeAccount } from '../../factories/staff';
import { portalVisitor, type Visitor, verifiedPatient } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

const email = 'state@example.org';
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
});
afterAll(() => clinic.close());

const refOf = ({ caller }: Visitor) => (caller as UserCaller).session;
const ask = (ref: UserCaller['session']) =>
  sessionState(ref, { now: clinic.clock.now(), requestId: newRequestId() });

describe('the state of a session', () => {
  it('says when it would end', async () => {
    const person = await portalVisitor(clinic.clock, email);
    const now = clinic.clock.now();
    expect(await ask(refOf(person))).toEqual({
      state: 'live',
      idle_ends_at: now.add({ minutes: 30 }).toString(),
      expires_at: now.add({ hours: 24 }).toString(),
    });
  });

  it('is no activity: a browser that only asks is signed out by the idle limit', async () => {
    const person = await portalVisitor(clinic.clock, email);
    const before = await clinic.events();
    for (let minute = 0; minute < 30; minute += 5) {
      expect(await ask(refOf(person))).toMatchObject({ state: 'live' });
      clinic.clock.advance(5 * 60);
    }
    expect(await ask(refOf(person))).toEqual({ state: 'ended', reason: 'idle' });
    expect(await clinic.events()).toHaveLength(before.length);
  });

  it('tells the reason of an end, to the tab that had it', async () => {
    const person = await portalVisitor(clinic.clock, email);
    await (await portalVisitor(clinic.clock, email)).call(endAllSessions, {});
    expect(await ask(refOf(person))).toEqual({ state: 'ended', reason: 'ended_by_owner' });
  });

  it('tells of the absolute limit', async () => {
    const person = await portalVisitor(clinic.clock, email);
    await asRole(clinic.database.superuserUrl, (sql) => sql`update sessions set idle_timeout_seconds = null`);
    clinic.clock.advance(24 * 3600);
    expect(await ask(refOf(person))).toEqual({ state: 'ended', reason: 'expired' });
  });

  it('ends with the account', async () => {
    await verifiedPatient(clinic, 'gone@example.org');
    const person = await portalVisitor(clinic.clock, 'gone@example.org');
    await changeAccount(clinic, 'gone@example.org', { disabled: true });
    expect(await ask(refOf(person))).toEqual({ state: 'ended', reason: 'account_disabled' });
  });

  it('is told to nobody without the secret, be there a session or not', async () => {
    const { id } = refOf(await portalVisitor(clinic.clock, email));
    const unknown = { state: 'ended', reason: 'unknown' };
    expect(await ask({ id, secretHash: hashToken('guess') })).toEqual(unknown);
    expect(await ask({ id, secretHash: null })).toEqual(unknown);
    expect(await ask({ id: newId('sessions'), secretHash: hashToken('guess') })).toEqual(unknown);
  });
});
