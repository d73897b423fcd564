import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPerson } from '#lib/operations/people/get';
import { listUsers } from '#lib/operations/people/list';
import { getMe } from '#lib/operations/users/get-me';
import { changeAccount, newStaff } from '../../factories/staff';
import { enrol, portalVisitor, type Visitor, verifiedPatient } from '../../factories/visitor';
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
    { other: 1 },
  ])('answers 422 for %j', async (input) => {
    expect((await admin.refusal(listUsers, input as never)).status).toBe(422);
  });

  it('is for admins', async () => {
    expect((await patient.refusal(listUsers, {})).code).toBe('insufficient_scope');
    expect((await doctor.refusal(listUsers, {})).code).toBe('insufficient_scope');
  });
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
