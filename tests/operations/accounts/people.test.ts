import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPerson } from '#lib/operations/people/get';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { listUsers } from '#lib/operations/people/list';
import { searchUsers } from '#lib/operations/people/search';
import { deleteMe } from '#lib/operations/users/delete-me';
import { getMe } from '#lib/operations/users/get-me';
import { changeAccount, newStaff } from '../../factories/staff';
import { enrol, portalVisitor, type Visitor, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

const patients = ['c.patient@example.org', 'a.patient@example.org', 'b.patient@example.org'];
let clinic: TestClinic;
let admin: Visitor;
let patient: Visitor;
let doctor: Visitor;

beforeAll(async () => {
  clinic = await openClinic();
  for (const email of patients) {
    await verifiedPatient(clinic, email);
    clinic.clock.advance(60);
  }
  await changeAccount(clinic, 'b.patient@example.org', { disabled: true });
  await newStaff(clinic, 'doctor@example.org', 'doctor');
  await newStaff(clinic, 'admin@example.org', 'admin');
  [patient, doctor, admin] = await Promise.all([
    portalVisitor(clinic.clock, 'a.patient@example.org'),
    portalVisitor(clinic.clock, 'doctor@example.org'),
    portalVisitor(clinic.clock, 'admin@example.org'),
  ]);
  await Promise.all([enrol(clinic.clock, doctor), enrol(clinic.clock, admin)]);
});
afterAll(() => clinic.close());

const inviteTo = (email: string) =>
  visitor(clinic.clock, { kind: 'system', job: 'create-admin' }).call(inviteAdmin, { email });

async function closedAccount(email: string): Promise<void> {
  await verifiedPatient(clinic, email);
  await (await portalVisitor(clinic.clock, email)).call(deleteMe, {});
}

describe('the list of accounts', () => {
  it('is sorted, filtered and paged as asked, with its total', async () => {
    const list = async (input: object) => {
      const { items, ...page } = await admin.call(listUsers, input);
      return { emails: items.map(({ email }) => email), page };
    };
    const by = { role: 'patient', sort_order: 'asc' };
    expect((await list({ ...by, sort_by: 'created_at' })).emails).toEqual(patients);
    expect((await list({ ...by, sort_by: 'email' })).emails).toEqual([...patients].sort());
    expect((await list({ ...by, sort_by: 'email', sort_order: 'desc' })).emails).toEqual(
      [...patients].sort().reverse(),
    );
    expect((await list({ sort_by: 'role', sort_order: 'asc' })).emails.slice(0, 2)).toEqual([
      'admin@example.org',
      'doctor@example.org',
    ]);
    for (const sort_by of ['email', 'created_at', 'role']) {
      expect(await list({ sort_by, page: '2', page_size: '2', is_verified: 'true' })).toMatchObject({
        emails: { length: 2 },
        page: { page: 2, page_size: 2, total: 5, pages: 3 },
      });
      expect(await list({ sort_by, page: 9, is_verified: false })).toEqual({
        emails: [],
        page: { page: 9, page_size: 20, total: 0, pages: 0 },
      });
      expect((await list({ sort_by, page: 9 })).page).toMatchObject({ total: 5, pages: 1 });
    }
  });

  it('says who is disabled, and nothing clinical or secret', async () => {
    const { items } = await admin.call(listUsers, { sort_by: 'email', sort_order: 'asc' });
    const disabled = items.find(({ email }) => email === 'b.patient@example.org');
    expect(disabled).toEqual({
      id: expect.any(String),
      email: 'b.patient@example.org',
      role: 'patient',
      is_verified: true,
      first_name: 'Elsa',
      last_name: 'Vargas',
      created_at: '2026-03-02T09:02:00Z',
      disabled: true,
      state: 'disabled',
    });
  });

  it.each([
    { page: 0 },
    { page: '-1' },
    { page_size: 0 },
    { page_size: 101 },
    { sort_by: 'password_hash' },
    { sort_by: "email'; drop table users" },
    { sort_order: 'down' },
    { role: 'nurse' },
    { is_verified: 'maybe' },
    { state: 'asleep' },
    { email: 'a.patient@example.org' },
    { other: 1 },
  ])('answers 422 for %j', async (input) => {
    expect((await admin.refusal(listUsers, input as never)).status).toBe(422);
  });

  it('is for admins', async () => {
    for (const visitor of [patient, doctor]) {
      expect((await visitor.refusal(listUsers, {})).code).toBe('insufficient_scope');
      expect((await visitor.refusal(searchUsers, { email: 'a.patient@example.org' })).code).toBe(
        'insufficient_scope',
      );
    }
  });
});

describe('the state of an account', () => {
  const emails = async (input: object) =>
    (await admin.call(listUsers, { sort_by: 'email', sort_order: 'asc', ...input })).items.map(
      ({ email }) => email,
    );

  it('is a filter: active, invited, disabled or deleted, and without it all but the deleted', async () => {
    await inviteTo('invited@example.org');
    await closedAccount('gone@example.org');
    await closedAccount('gone@example.org');
    expect(await emails({ state: 'disabled' })).toEqual(['b.patient@example.org']);
    expect(await emails({ state: 'invited' })).toEqual(['invited@example.org']);
    expect(await emails({ state: 'active', role: 'patient' })).toEqual([
      'a.patient@example.org',
      'c.patient@example.org',
    ]);
    expect(await emails({})).not.toContain('gone@example.org');
    const pages = [1, 2].map((page) =>
      admin.call(listUsers, { state: 'deleted', sort_by: 'email', sort_order: 'asc', page, page_size: 1 }),
    );
    const [one, two] = (await Promise.all(pages)).map(({ items }) => items[0]);
    expect([one?.email, two?.email]).toEqual(['gone@example.org', 'gone@example.org']);
    expect(String(one?.id) < String(two?.id)).toBe(true);
  });
});

describe('the search by e-mail', () => {
  it('finds exactly that address, however it is written, and with the filters', async () => {
    const found = await admin.call(searchUsers, { email: '  A.Patient@EXAMPLE.org ' });
    expect(found).toMatchObject({ total: 1, items: [{ email: 'a.patient@example.org' }] });
    for (const asked of [
      { email: 'a.patient@example.or' },
      { email: 'a.patient@example.org', role: 'doctor' },
      { email: 'a.patient@example.org', state: 'disabled' },
    ] as const) {
      expect((await admin.call(searchUsers, asked)).total, JSON.stringify(asked)).toBe(0);
    }
    expect((await admin.refusal(searchUsers, { email: 'a.patient' })).status).toBe(422);
  });

  it('is logged with whom it has found, and without the address', async () => {
    const { items } = await admin.call(searchUsers, { email: 'c.patient@example.org' });
    const event = (await clinic.events()).findLast(({ action }) => action === 'SEARCH_USERS');
    expect(event).toMatchObject({ resource_id: items[0]?.id, additional_info: { found: 1 } });
    expect(JSON.stringify(event)).not.toContain('c.patient');
  });
});

it('sorts by e-mail up to 10,000 accounts, and asks for a filter beyond', async () => {
  const add = (count: number) =>
    asRole(
      clinic.database.superuserUrl,
      (sql) => sql`
        insert into users (id, email, email_index, role, is_verified, created_at, updated_at)
        select gen_random_uuid(), u.email, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'patient', true,
               u.created_at - interval '1 year', u.updated_at
          from (select * from users limit 1) u, generate_series(1, ${count}::int)`,
    );
  await add(10_001);
  const error = await admin.refusal(listUsers, { sort_by: 'email' });
  expect([error.status, error.facts.errors]).toMatchObject([
    422,
    [{ path: 'sort_by', code: 'too_many_rows' }],
  ]);
  expect((await admin.call(listUsers, { sort_by: 'created_at', page_size: 2 })).total).toBeGreaterThan(
    10_000,
  );
  expect((await admin.call(listUsers, { sort_by: 'email', role: 'doctor' })).total).toBeGreaterThan(0);
});

describe('one account', () => {
  it('is shown to its owner and to an admin, and to nobody else', async () => {
    const { id } = await patient.call(getMe, {});
    const own = await patient.call(getPerson, { id });
    expect(own).toMatchObject({ id, email: 'a.patient@example.org', disabled: false });
    expect(await admin.call(getPerson, { id })).toEqual(own);
    const missing = { id: '01920000-0000-7000-8000-00000000dead' };
    const refused = [
      await doctor.refusal(getPerson, { id }),
      await doctor.refusal(getPerson, missing),
      await admin.refusal(getPerson, missing),
    ];
    expect(refused.map(({ code, facts }) => [code, facts])).toEqual(refused.map(() => ['not_found', {}]));
  });
});
