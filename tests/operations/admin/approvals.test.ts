import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOutDueApprovals } from '#lib/jobs/handlers/carry-out-approvals';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { decideApproval } from '#lib/operations/approvals/decide';
import { getApproval } from '#lib/operations/approvals/get';
import { listApprovals } from '#lib/operations/approvals/list';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { changeRole } from '#lib/operations/people/change-role';
import { getAccount } from '#lib/operations/people/get-account';
import { getMe } from '#lib/operations/users/get-me';
import type { Id } from '#lib/platform/ids';
import { createAccount, signIn } from '../../factories/account';
import { createAdmin, createDoctor, createPatient, createSite, type Person } from '../../factories/care';
import { type Visitor, visitor } from '../../factories/visitor';
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
    const mine = await one.call(changeRole, { id: two.account.id, role: 'patient', reason: 'Moves' });
    const own = { id: mine.approval_id, decision: 'approved' } as const;
    expect((await two.refusal(decideApproval, own)).code).toBe('forbidden');
    const self = await one.refusal(changeRole, { id: one.account.id, role: 'patient', reason: 'Me' });
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

describe('the role of doctor', () => {
  const told = { display_name: 'Dr Ines Duarte', speciality: 'General practice' } as const;

  /** Asked for by one admin and agreed to by the other. */
  async function give(id: Id<'users'>, wish: { role: 'doctor' | 'patient'; reason: string }) {
    const { one, two } = admins();
    const { approval_id } = await one.call(changeRole, { id, ...wish, ...(wish.role === 'doctor' && told) });
    return {
      id: approval_id,
      decide: () => two.call(decideApproval, { id: approval_id, decision: 'approved' }),
    };
  }

  const doctors = async (asker: Visitor) =>
    (await asker.call(listClinicDoctors, {})).items.filter(
      ({ display_name }) => display_name === told.display_name,
    );

  it('makes somebody whom patients can book, once it is given and for as long as it is theirs', async () => {
    const site = await createSite(clinic.clock);
    const [patient, account] = [
      await createPatient(clinic.clock, site),
      await createAccount(clinic.clock, 'patient'),
    ];
    const asked = await give(account.id, { role: 'doctor', reason: 'Has qualified' });
    expect(await doctors(patient)).toEqual([]);
    const { two } = admins();
    const readBy = async () => (await two.call(getApproval, { id: asked.id })).doctor;
    expect(await readBy()).toEqual({ ...told, site: expect.stringMatching(/./) });
    await asked.decide();
    expect(await readBy()).toMatchObject(told);
    const [listed] = await doctors(patient);
    expect(listed).toMatchObject({ ...told, clinic_id: site });
    const doctor = visitor(clinic.clock, await signIn(clinic.clock, { ...account, role: 'doctor' }));
    expect((await doctor.call(getMe, {})).practitioner_id).toBe(listed?.id);
    await (await give(account.id, { role: 'patient', reason: 'Has left' })).decide();
    expect(await doctors(patient)).toEqual([]);
    const former = visitor(clinic.clock, await signIn(clinic.clock, { ...account, role: 'patient' }));
    expect(await former.call(getMe, {})).not.toHaveProperty('practitioner_id');
    const gone = { id: String(listed?.id) };
    expect((await patient.refusal(listSlots, gone)).code).toBe('not_found');
    await (await give(account.id, { role: 'doctor', reason: 'Is back' })).decide();
    expect(await doctors(patient)).toEqual([listed]);
  });

  it('asks what patients will read of them', async () => {
    const { id } = await createAccount(clinic.clock, 'patient');
    const error = await admins().one.refusal(changeRole, { id, role: 'doctor', reason: 'Has qualified' });
    expect(error.facts.errors?.map(({ path }) => path)).toEqual(['display_name', 'speciality']);
  });

  it('is not taken from a doctor with whom a visit is booked, until it is cancelled', async () => {
    const site = await createSite(clinic.clock);
    const [patient, doctor] = [
      await createPatient(clinic.clock, site),
      await createDoctor(clinic.clock, site),
    ];
    const { days } = await patient.call(listSlots, { id: doctor.id });
    const at = days.flatMap(({ slots }) => slots)[0]?.starts_at ?? '';
    const visit = await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: at });
    const { two } = admins();
    const { id } = await give(doctor.account.id, { role: 'patient', reason: 'Leaves' });
    const decision = { id, decision: 'approved' } as const;
    const visitsOf = async () => (await two.call(getAccount, { id: doctor.account.id })).coming_visits;
    expect((await two.refusal(decideApproval, decision)).code).toBe('visits_booked');
    expect(await visitsOf()).toBe(1);
    await patient.call(cancelAppointment, { id: visit.id });
    expect(await visitsOf()).toBe(0);
    await two.call(decideApproval, decision);
    expect((await patient.refusal(listSlots, { id: doctor.id })).code).toBe('not_found');
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
    [
      'opens a practitioner',
      (sql: postgres.TransactionSql) => sql`update practitioners set closed_at = null`,
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
