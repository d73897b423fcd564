import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionState } from '#lib/auth/session-state';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { endSession } from '#lib/operations/sessions/end';
import { extendOwnSession } from '#lib/operations/sessions/extend';
import { listSessions } from '#lib/operations/sessions/list';
import { getMe } from '#lib/operations/users/get-me';
import { newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { apiVisitor, portalVisitor, type Visitor, verifiedPatient } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

const [email, other] = ['ends@example.org', 'other@example.org'];
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
  await verifiedPatient(clinic, other);
});
afterAll(() => clinic.close());

const idOf = ({ caller }: Visitor) => (caller as UserCaller).session.id;

describe('ending one session', () => {
  it('really ends it: the id comes from the list, and the very next request is refused', async () => {
    const [here, there] = [
      await portalVisitor(clinic.clock, email),
      await portalVisitor(clinic.clock, email),
    ];
    const { items } = await here.call(listSessions, {});
    const listed = items.find(({ current, id }) => !current && id === idOf(there));
    await here.call(endSession, { id: listed?.id ?? '' });
    expect((await there.refusal(getMe, {})).code).toBe('unauthenticated');
    await here.call(getMe, {});
    expect((await here.call(listSessions, {})).items.map(({ id }) => id)).not.toContain(idOf(there));
  });

  it('answers the same for somebody else’s, an unknown and an ended one', async () => {
    const [here, stranger] = [
      await portalVisitor(clinic.clock, email),
      await portalVisitor(clinic.clock, other),
    ];
    const gone = await portalVisitor(clinic.clock, email);
    await here.call(endSession, { id: idOf(gone) });
    for (const id of [idOf(stranger), newId('sessions'), idOf(gone)]) {
      expect((await here.refusal(endSession, { id })).code).toBe('not_found');
    }
    await stranger.call(getMe, {});
  });
});

describe('extending a session', () => {
  it('begins the idle time anew and never moves the absolute end', async () => {
    const person = await portalVisitor(clinic.clock, email);
    const ref = (person.caller as UserCaller).session;
    const state = () => sessionState(ref, { now: clinic.clock.now(), requestId: newRequestId() });
    const before = await state();
    clinic.clock.advance(59);
    const extended = await person.call(extendOwnSession, {});
    expect(extended.idle_ends_at).toBe(clinic.clock.now().add({ minutes: 30 }).toString());
    expect(before).toMatchObject({ expires_at: extended.expires_at });
    expect(await state()).toEqual({ state: 'live', ...extended });
  });

  it('has no idle end to tell an API client', async () => {
    const { visitor: client } = await apiVisitor(clinic.clock, email);
    expect((await client.call(extendOwnSession, {})).idle_ends_at).toBeNull();
  });
});
