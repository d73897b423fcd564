import { afterAll, beforeAll, expect, it } from 'vitest';
import { getMe } from '#lib/operations/users/get-me';
import { updateMe } from '#lib/operations/users/update-me';
import { portalVisitor, type Visitor, verifiedPatient } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { plainTextOf } from '../../harness/plain-text';

let clinic: TestClinic;
let person: Visitor;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, 'patient@example.org');
  person = await portalVisitor(clinic.clock, 'patient@example.org');
});
afterAll(() => clinic.close());

it('changes what is given, keeps what is not, and clears what is null', async () => {
  clinic.clock.advance(60);
  const change = {
    first_name: 'O’Brien <b>',
    phone_number: '+15550100',
    date_of_birth: '1980-05-17',
    address: ' 1 Main Street\nSpringfield ',
    locale: 'en',
  };
  const changed = await person.call(updateMe, change);
  expect(changed).toMatchObject({ ...change, last_name: 'Vargas', updated_at: '2026-03-02T09:01:00Z' });
  expect(await person.call(getMe, {})).toEqual(changed);
  const cleared = await person.call(updateMe, { phone_number: null, locale: null });
  expect(cleared).toEqual({ ...changed, version: changed.version + 1, phone_number: null, locale: null });
  const dump = await plainTextOf(clinic.database.superuserUrl);
  for (const word of ['Brien', '5550100', '1980-05-17', 'Springfield']) {
    expect(dump.includes(word) || dump.includes(Buffer.from(word).toString('hex'))).toBe(false);
  }
});

it('is not overwritten by whoever has read an older one', async () => {
  const { version } = await person.call(getMe, {});
  const first = { first_name: 'First', expected_version: version };
  const answers = await Promise.allSettled([
    person.call(updateMe, first),
    person.call(updateMe, { ...first, first_name: 'Second' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = await person.refusal(updateMe, first);
  expect([refused.status, refused.code]).toEqual([412, 'stale_version']);
  const own = { last_name: 'Vargas', expected_version: version + 1 };
  expect(await person.call(updateMe, own)).toMatchObject({ version: version + 2 });
});

it('says in the log which fields, and not what they say', async () => {
  await person.call(updateMe, { first_name: 'Elsa', address: 'Somewhere' });
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) =>
      sql`select action, additional_info, request_data from audit_logs order by timestamp desc, id desc limit 1`,
  );
  expect(row).toEqual({
    action: 'UPDATE_PROFILE',
    additional_info: { fields: 'address first_name' },
    request_data: null,
  });
});

it.each([
  ['role', 'admin', 'unknown_field'],
  ['email', 'other@example.org', 'unknown_field'],
  ['is_verified', false, 'unknown_field'],
  ['id', '01920000-0000-7000-8000-000000000001', 'unknown_field'],
  ['first_name', 'x'.repeat(101), 'too_long'],
  ['first_name', '  ', 'required'],
  ['phone_number', '0043 1 234', 'invalid_phone_number'],
  ['date_of_birth', '2026-02-30', 'invalid_date'],
  ['date_of_birth', '2999-01-01', 'in_the_future'],
  ['address', 'a\u0000b', 'unstorable_characters'],
  ['profile_picture_url', 'http://169.254.169.254/', 'not_own_picture'],
  ['profile_picture_url', 'https://pictures.example/1.png', 'not_own_picture'],
  ['profile_picture_url', 'javascript:alert(1)', 'not_own_picture'],
  ['locale', '../../etc', 'invalid_language'],
])('answers 422 for %s = %j', async (field, value, code) => {
  const error = await person.refusal(updateMe, { [field]: value });
  expect([error.status, error.facts.errors?.map((each) => [each.path, each.code])]).toEqual([
    422,
    [[field, code]],
  ]);
});

it('leaves the chart as it was made', async () => {
  const chart = () =>
    asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select legal_name, birth_date, updated_at from patients`,
    );
  const before = await chart();
  await person.call(updateMe, { first_name: 'Another', last_name: 'Name', date_of_birth: '1990-01-01' });
  expect(await chart()).toEqual(before);
});
