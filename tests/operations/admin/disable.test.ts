import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { changeRole } from '#lib/operations/people/change-role';
import { disablePerson } from '#lib/operations/people/disable';
import { enablePerson } from '#lib/operations/people/enable';
import { endPersonSessions } from '#lib/operations/people/end-sessions';
import { getAccount } from '#lib/operations/people/get-account';
import { listPersonSessions } from '#lib/operations/people/sessions';
import { getMe } from '#lib/operations/users/get-me';
import { userId } from '#lib/platform/ids';
import { createAdmin } from '../../factories/care';
import { apiVisitor, goodPassword, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const reason = 'Sold visits to a friend';

async function patient(email: string) {
  await verifiedPatient(clinic, email);
  const [portal, api] = [
    await portalVisitor(clinic.clock, email),
    (await apiVisitor(clinic.clock, email)).visitor,
  ];
  return { portal, api, id: userId.parse((await portal.call(getMe, {})).id) };
}

describe('an account that an admin disables', () => {
  it('is out at its very next request, in the portal and with a token, and stays in the database', async () => {
    const email = 'disabled@example.org';
    const [admin, person] = [await createAdmin(clinic.clock), await patient(email)];
    await admin.call(disablePerson, { id: person.id, reason });
    for (const door of [person.portal, person.api]) {
      expect((await door.refusal(getMe, {})).code).toBe('unauthenticated');
    }
    const again = await visitor(clinic.clock).refusal(login, { email, password: goodPassword });
    expect(again.code).toBe('invalid_credentials');
    const seen = await admin.call(getAccount, { id: person.id });
    expect(seen).toMatchObject({ disabled: true, disabled_reason: reason, email });
    const toldOf = async () =>
      (await mailsTo(clinic.database.superuserUrl, email)).filter(({ subject }) => /disabled/.test(subject));
    expect(await toldOf()).toHaveLength(1);
    await admin.call(disablePerson, { id: person.id, reason });
    expect(await toldOf()).toHaveLength(1);
    const event = (await clinic.events()).findLast(({ action }) => action === 'DISABLE_USER');
    expect(event).toMatchObject({ resource_id: person.id, response_status: 204 });
    expect(JSON.stringify(event)).not.toContain('Sold');

    await admin.call(enablePerson, { id: person.id, reason: 'It was a mistake' });
    expect((await person.portal.refusal(getMe, {})).code).toBe('unauthenticated');
    await visitor(clinic.clock).call(login, { email, password: goodPassword });
  });

  it('is never one’s own, and never that of the last admin, also when two shut each other at once', async () => {
    const [one, two] = [await createAdmin(clinic.clock), await createAdmin(clinic.clock)];
    const own = await one.refusal(disablePerson, { id: one.account.id, reason });
    expect([own.status, own.code]).toEqual([409, 'conflict']);
    await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`update users set disabled_at = now() where role = 'admin' and id not in (${one.account.id}, ${two.account.id})`,
    );
    const attempts = await Promise.allSettled([
      one.call(disablePerson, { id: two.account.id, reason }),
      two.call(disablePerson, { id: one.account.id, reason }),
    ]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [left] = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select count(*)::int as n from users where role = 'admin' and disabled_at is null`,
    );
    expect(left?.n).toBe(1);
  });

  it('needs a reason, and a fresh second factor of the admin', async () => {
    const [admin, person] = [await createAdmin(clinic.clock), await patient('kept@example.org')];
    for (const empty of ['', '  \n']) {
      const error = await admin.refusal(disablePerson, { id: person.id, reason: empty });
      expect(error.facts.errors?.map(({ path }) => path)).toEqual(['reason']);
    }
    clinic.clock.advance(301);
    const acts = [
      admin.refusal(disablePerson, { id: person.id, reason }),
      admin.refusal(enablePerson, { id: person.id, reason }),
      admin.refusal(endPersonSessions, { id: person.id }),
      admin.refusal(changeRole, { id: person.id, role: 'admin', reason }),
    ];
    for (const error of await Promise.all(acts)) {
      expect([error.status, error.code]).toEqual([401, 'insufficient_user_authentication']);
    }
  });
});

describe('the sessions of another', () => {
  it('are seen by device and address, and ended one by one or all, with a mail', async () => {
    const email = 'sessions@example.org';
    const [admin, person] = [await createAdmin(clinic.clock), await patient(email)];
    const { items } = await admin.call(listPersonSessions, { id: person.id });
    expect(items.map(({ kind, device, ip }) => [kind, device, ip]).sort()).toEqual([
      ['api', 'Firefox · Linux', '192.0.2.1'],
      ['portal', 'Firefox · Linux', '192.0.2.1'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/secret|hash/);
    const portal = items.find(({ kind }) => kind === 'portal')?.id ?? '';
    await admin.call(endPersonSessions, { id: person.id, session_id: portal });
    expect((await person.portal.refusal(getMe, {})).code).toBe('unauthenticated');
    await person.api.call(getMe, {});
    expect((await admin.refusal(endPersonSessions, { id: person.id, session_id: portal })).code).toBe(
      'not_found',
    );
    await admin.call(endPersonSessions, { id: person.id });
    expect((await person.api.refusal(getMe, {})).code).toBe('unauthenticated');
    expect((await mailsTo(clinic.database.superuserUrl, email)).at(-1)?.subject).toBe('You were signed out');
  });
});
