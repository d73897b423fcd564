import { paths } from '#lib/platform/paths';
import { signInAs, signOut, signUp } from './account-steps';
import { newPerson } from './person';
import type { Part } from './scene';
import { expect, test } from './test';
import { visit } from './visit';

const unknownId = '01920000-0000-7000-8000-00000000ffff';

test('somebody new finds empty pages that say what will stand there', async ({ open }) => {
  const page = await open();
  const person = newPerson('Maja');
  await signUp(page, person);
  await signInAs(page, person);
  await visit(page, paths.patient.home);
  await expect(page.getByRole('main')).toContainText('You have no visit booked');
  await visit(page, paths.patient.visits);
  await expect(page.getByText('No visits yet')).toBeVisible();
  await visit(page, paths.patient.records);
  await expect(page.getByText('No records yet')).toBeVisible();

  await test.step('and after signing out elsewhere the next page asks to sign in again', async () => {
    const cookies = await page.context().cookies();
    await signOut(page);
    await page.context().addCookies(cookies);
    await page.goto(paths.patient.records);
    await page.waitForURL((url) => url.pathname === paths.signIn);
    await expect(page.getByText('You are signed out.')).toBeVisible();
  });
});

test('an address asks a stranger to sign in, and leads there afterwards', async ({ open }) => {
  const page = await open();
  await page.goto(paths.patient.visits);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fpatient%2Fvisits$/);
});

test('another role is told whose page this is', async ({ open }) => {
  const page = await open('patient');
  for (const address of [paths.doctor.day, paths.admin.audit, paths.doctor.patient(unknownId)]) {
    await visit(page, address, 403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is for another role');
  }
  await expect(page).toHaveTitle(/^(?!.*(?:Audit|Patient)).*$/);
});

test('unknown, malformed and foreign ids are the same page', async ({ open }) => {
  const page = await open('patient');
  const said: string[] = [];
  for (const address of [
    paths.patient.record(unknownId),
    paths.patient.record('x'),
    paths.patient.visit(unknownId),
  ]) {
    await visit(page, address, 404);
    said.push(await page.getByRole('main').innerText());
  }
  expect(new Set(said).size).toBe(1);
});

test('a page of the audit log that fits nothing says so', async ({ open }) => {
  const page = await open('admin');
  await visit(page, paths.admin.auditOf({ ip_address: '203.0.113.77' }));
  await expect(page.getByRole('row')).toHaveCount(0);
});

test('a filter that nothing can be found by says why, and finds nothing', async ({ open }) => {
  const page = await open('admin');
  for (const [ip_address, fault] of [
    ['1'.repeat(46), 'Address: This is too long.'],
    ['10.0.0.1\u0007', 'Address: Leave out control characters.'],
  ]) {
    await visit(page, paths.admin.auditOf({ ip_address }));
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(fault ?? '');
    await expect(page.getByRole('row')).toHaveCount(0);
  }
});

test('a search that no name fits in its letters says why, and finds nobody', async ({ open }) => {
  const page = await open('doctor');
  await page.goto(paths.doctor.patients);
  await page.getByRole('searchbox', { name: 'Find a patient' }).fill('el\u0007sa');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Name: Leave out control characters.');
  await expect(page.getByRole('row')).toHaveCount(0);
});

const asked: readonly [Part, string, readonly string[]][] = [
  ['patient', paths.patient.visits, ['page']],
  ['patient', paths.patient.records, ['page', 'type']],
  [
    'patient',
    paths.patient.book,
    ['doctor', 'day', 'service', 'speciality', 'mode', 'part', 'from', 'review'],
  ],
  ['patient', paths.patient.sharing, ['done', 'change']],
  ['patient', paths.account.lookAfter, ['token']],
  ['patient', paths.account.overview, ['done']],
  ['patient', paths.account.security, ['done']],
  ['doctor', paths.doctor.day, ['date', 'visit']],
  ['doctor', paths.doctor.patients, ['page', 'search']],
  ['admin', paths.admin.people, ['page', 'role', 'verified', 'sort']],
  [
    'admin',
    paths.admin.audit,
    ['page', 'user_id', 'action', 'resource_type', 'outcome', 'from', 'to', 'ip_address'],
  ],
  ['patient', paths.signIn, ['next', 'reason']],
];
const odd = [
  '\u0000',
  '\u0007',
  '\ufffd',
  '-1',
  '1e9',
  '999999',
  '2899-12-31',
  '1900-01-01',
  '__proto__',
  'x'.repeat(3000),
];

test('no page fails at what stands in its address', async ({ open }) => {
  test.setTimeout(240_000);
  for (const [part, path, names] of asked) {
    const { request } = (await open(part)).context();
    for (const name of names) {
      for (const value of odd) {
        const response = await request.get(`${path}?${name}=${encodeURIComponent(value)}`, {
          maxRedirects: 0,
        });
        expect(response.status(), `${path} ${name}=${JSON.stringify(value).slice(0, 40)}`).toBeLessThan(500);
      }
    }
  }
});
