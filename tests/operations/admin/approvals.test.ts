import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOutDueApprovals } from '#lib/jobs/handlers/carry-out-approvals';
import { decideApproval } from '#lib/operations/approvals/decide';
import { getApproval } from '#lib/operations/approvals/get';
import { listApprovals } from '#lib/operations/approvals/list';
import { changeRole } from '#lib/operations/people/change-role';
import { getAccount } from '#lib/operations/people/get-account';
import { getMe } from '#lib/operations/users/get-me';
import { createAccount, signIn } from '../../factories/account';
import { createAdmin, type Person } from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let [one, two]: Person[] = [];
beforeAll(async () => {
  clinic = await openClinic();
});
beforeEach(async () => {
  [one, two] = [await createAdmin(clinic.clock), await createAdmin(clinic.clock)];
});
afterAll(() => clinic.close());

const admins = () => {
  if (!one || !two) throw new Error('There are no admins.');
  return { one, two };
};

async function asked(role: 'patient' | 'admin' = 'admin') {
  const account = await createAccount(clinic.clock, 'doctor');
  const wish = { id: account.id, role, reason: 'Takes over from Vera' };
  const { approval_id: id } = await admins().one.call(changeRole, wish);
  return { id, account };
}

/** As the application, in one transaction, with this admin for the actor. */
const asApp = (admin: Person, work: (sql: postgres.TransactionSql) => Promise<unknown>) =>
  asRole(clinic.database.loginUrl, (sql) =>
    sql.begin(async (tx) => {
      await tx`
        select set_config('role', 'medisecure_app', true), set_config('app.actor_kind', 'user', true),
               set_config('app.user_id', ${admin.account.id}, true), set_config('app.role', 'admin', true),
               set_config('app.now', ${clinic.clock.now().toString()}, true)`;
      return work(tx);
    }),
  );

describe('another role', () => {
  it('is asked for, and given once a second admin agrees; the person signs in anew', async () => {
    const { one, two } = admins();
    const { id, account } = await asked();
    const doctor = visitor(clinic.clock, await signIn(clinic.clock, account));
    expect((await one.call(getAccount, { id: account.id })).role).toBe('doctor');
    const toTwo = await mailsTo(clinic.database.superuserUrl, two.account.email);
    expect(toTwo.at(-1)?.link).toMatch(/\/admin\/approvals$/);
    await two.call(decideApproval, { id, decision: 'approved' });
    expect((await one.call(getAccount, { id: account.id })).role).toBe('admin');
    expect((await doctor.refusal(getMe, {})).code).toBe('unauthenticated');
    expect(await two.call(getApproval, { id })).toMatchObject({
      status: 'done',
      reason: 'Takes over from Vera',
    });
    const actions = (await clinic.events()).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['REQUEST_ROLE', 'DECIDE_APPROVAL']));
  });

  it('is not given by the admin who asked, nor by its subject, nor twice, nor after a refusal', async () => {
    const { one, two } = admins();
    const { id } = await asked();
    expect((await one.refusal(decideApproval, { id, decision: 'approved' })).code).toBe('forbidden');
    await two.call(decideApproval, { id, decision: 'refused' });
    expect((await two.refusal(decideApproval, { id, decision: 'approved' })).code).toBe('conflict');
    const mine = await one.call(changeRole, { id: two.account.id, role: 'doctor', reason: 'Moves' });
    const own = { id: mine.approval_id, decision: 'approved' } as const;
    expect((await two.refusal(decideApproval, own)).code).toBe('forbidden');
    const self = await one.refusal(changeRole, { id: one.account.id, role: 'doctor', reason: 'Me' });
    expect(self.code).toBe('conflict');
  });

  it('lapses after a week that nobody used', async () => {
    const { two } = admins();
    const { id } = await asked();
    clinic.clock.advance(7 * 24 * 3600);
    const late = visitor(clinic.clock, await signIn(clinic.clock, two.account));
    expect((await late.refusal(decideApproval, { id, decision: 'approved' })).code).toBe('conflict');
    await carryOutDueApprovals(clinic.clock);
    expect(await late.call(getApproval, { id })).toMatchObject({ status: 'expired' });
    const open = await late.call(listApprovals, {});
    expect(open.items.map((each) => each.id)).not.toContain(id);
  });
});

describe('an admin alone, with SQL of their own as the application’s role', () => {
  it.each([
    [
      'decides as themself',
      (sql: postgres.TransactionSql, id: string) => sql`
      update approvals set status = 'approved', decided_by = app.user_id(), decided_at = app.now() where id = ${id}`,
    ],
    [
      'decides in the other’s name',
      (sql: postgres.TransactionSql, id: string) => sql`
      update approvals set status = 'approved', decided_by = ${admins().two.account.id}, decided_at = app.now() where id = ${id}`,
    ],
    [
      'skips the decision',
      (sql: postgres.TransactionSql, id: string) => sql`
      update approvals set status = 'done', done_at = app.now() where id = ${id}`,
    ],
    ['gives the role', (sql: postgres.TransactionSql) => sql`update users set role = 'admin'`],
  ])('%s in vain', async (_name, attempt) => {
    const { id } = await asked();
    await expect(asApp(admins().one, (sql) => attempt(sql, id))).rejects.toMatchObject({
      code: expect.stringMatching(/^(23514|42501)$/),
    });
  });

  it('has a decided approval inserted, a wait cut short and an admin invited in vain', async () => {
    const { one, two } = admins();
    const { id, account } = await asked();
    const insert = asApp(
      one,
      (sql) => sql`
      insert into approvals (id, kind, status, user_id, requested_by, role, reason, decided_by, decided_at, expires_at, created_at)
      select gen_random_uuid(), 'grant_role', 'approved', ${account.id}, requested_by, 'admin', reason, ${two.account.id},
             app.now(), expires_at, created_at from approvals where id = ${id}`,
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
    const admin = asApp(
      one,
      (sql) => sql`
      insert into users (id, email, email_index, role, is_verified, created_at, updated_at)
      select gen_random_uuid(), email, '\x01', 'admin', false, app.now(), app.now() from users where id = ${account.id}`,
    );
    await expect(admin).rejects.toMatchObject({ code: '42501' });
    await two.call(decideApproval, { id, decision: 'approved' });
    const after = asApp(
      one,
      (sql) => sql`
      update approvals set not_before = app.now(), decided_by = ${two.account.id} where id = ${id}`,
    );
    await expect(after).rejects.toMatchObject({ code: '23514' });
    expect(await asApp(one, (sql) => sql`select app.grant_role(${id}) as granted`)).toMatchObject([
      { granted: false },
    ]);
  });
});
