import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPatients } from '#db/seed/clinic';
import { prepareDemo } from '#db/seed/demo';
import { addExtraPatients } from '#db/seed/extra-patients';
import { readDemoChart } from '#db/seed/read-bundles';
import { unwrapPatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { addRecords } from '#lib/operations/clinic-import/add-records';
import { listDemoAccounts } from '#lib/operations/demo-accounts/list';
import { getPatient } from '#lib/operations/patients/get';
import { listOwnPatients } from '#lib/operations/patients/list';
import { amendRecord } from '#lib/operations/records/amend';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { getResultCourse } from '#lib/operations/results/course';
import { listResultQueue } from '#lib/operations/results/queue';
import { createAdmin, createDoctor, createSite } from '../../factories/care';
import { codeAt, portalCaller, type Visitor, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let milliseconds: number;

beforeAll(async () => {
  clinic = await openClinic();
  const started = performance.now();
  await prepareDemo(clinic.clock);
  milliseconds = performance.now() - started;
}, 60_000);
afterAll(() => clinic.close());

const count = (table: string) =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql`select count(*)::int as rows from ${sql(table)}`;
    return Number(row?.rows);
  });

const tables = [
  'users',
  'patients',
  'practitioners',
  'medical_records',
  'medical_record_versions',
  'appointments',
];
const counts = async () =>
  Object.fromEntries(await Promise.all(tables.map(async (t) => [t, await count(t)])));

const importer = () => visitor(clinic.clock, { kind: 'system', job: 'import' });

async function accounts() {
  return (await importer().call(listDemoAccounts, {})).items;
}

async function signedIn(email: string): Promise<Visitor> {
  const account = (await accounts()).find((each) => each.email === email);
  if (!account) throw new Error(`No account ${email}`);
  const stranger = visitor(clinic.clock);
  let answer = await stranger.call(portalSignIn, { email, password: account.password });
  if ('mfa_required' in answer) {
    clinic.clock.advance(30);
    const code = codeAt(String(account.totp_secret), clinic.clock);
    answer = await stranger.call(portalSecondFactor, { mfa_token: answer.mfa_token, method: 'totp', code });
  }
  if (!('ticket' in answer)) throw new Error('No ticket');
  return visitor(clinic.clock, portalCaller(await stranger.call(redeemTicket, { ticket: answer.ticket })));
}

describe('the demo clinic', () => {
  it('is there within 20 seconds, with all of its people', async () => {
    expect(milliseconds).toBeLessThan(20_000);
    expect(await counts()).toMatchObject({ users: 15, patients: 13, practitioners: 3 });
    const roles = (await accounts()).map(({ role, totp_secret }) => [role, totp_secret !== null].join());
    const numbers = Object.fromEntries(
      roles.map((role) => [role, roles.filter((each) => each === role).length]),
    );
    expect(numbers).toEqual({ 'admin,true': 2, 'doctor,true': 3, 'patient,false': 10 });
  });

  it('is imported once: another start adds nothing, and the next day its visits only', async () => {
    const before = await counts();
    await prepareDemo(clinic.clock);
    expect(await counts()).toEqual(before);
    clinic.clock.advance(5 * 86_400);
    await prepareDemo(clinic.clock);
    const { appointments, ...rest } = await counts();
    expect({ ...rest, appointments: before.appointments }).toEqual(before);
    expect(appointments).toBeGreaterThan(Number(before.appointments));
  });

  it('lets a patient read their results and a doctor their panel and day', async () => {
    const patient = await signedIn('luisa.macias@demo.medisecure.example');
    const labs = await patient.call(listChartRecords, { record_type: 'lab_result', page_size: 100 });
    expect(labs.total).toBeGreaterThan(50);
    const ranged = labs.items.filter((item) => 'reference_range' in item.content);
    expect(ranged.length).toBeGreaterThan(3);
    const doctor = await signedIn('amara.okafor@demo.medisecure.example');
    const panel = await doctor.call(listOwnPatients, { page_size: 100 });
    expect(panel.items.map(({ legal_name }) => legal_name)).toContain('Elsa Vargas');
    const date = clinic.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString();
    const day = await doctor.call(listOwnAppointments, { date });
    expect(day.total).toBeGreaterThan(4);
    expect(day.items.every((visit) => visit.patient_name)).toBe(true);
    const heart = await signedIn('henrik.lindqvist@demo.medisecure.example');
    const died = (await heart.call(listOwnPatients, { q: 'wolf' })).items[0];
    expect(await heart.call(getPatient, { id: String(died?.id) })).toMatchObject({ deceased: true });
  });

  it('gives every doctor a few results of the last days to look at, one of them critical', async () => {
    for (const name of ['amara.okafor', 'henrik.lindqvist', 'priya.raman']) {
      const doctor = await signedIn(`${name}@demo.medisecure.example`);
      const { items, total } = await doctor.call(listResultQueue, {});
      expect([name, total >= 3 && total <= 6]).toEqual([name, true]);
      expect(items.map(({ record }) => record.review === 'critical')).toEqual([
        true,
        ...Array(total - 1).fill(false),
      ]);
      const course = await doctor.call(getResultCourse, { id: String(items[0]?.record.id) });
      expect(course.series).toHaveLength(1);
      expect(course.series[0]?.points.length).toBeGreaterThan(3);
    }
  });

  it('holds every resource byte for byte as received, but for added ranges and what a report refers to', async () => {
    const stored = await storedTexts();
    const unreferred = (text: string) => text.replaceAll(/"(?:urn:uuid:|Observation\/)[0-9a-f-]{36}"/g, '""');
    const reports = new Set([...stored].map(unreferred));
    let same = 0;
    for (const demo of demoPatients) {
      const { resources, patient } = await readDemoChart(demo);
      expect(stored.has(patient.text)).toBe(true);
      for (const { text, record_type, resource_type } of resources) {
        const isReport = resource_type === 'DiagnosticReport';
        if (isReport ? reports.has(unreferred(text)) : stored.has(text)) same += 1;
        else expect(record_type).toBe('lab_result');
      }
    }
    expect(same).toBeGreaterThan(1300);
  });

  it('leads from a report to each of its results', async () => {
    const patient = await signedIn('luisa.macias@demo.medisecure.example');
    const reports = await patient.call(listChartRecords, { record_type: 'lab_report', page_size: 100 });
    const [report] = reports.items;
    if (report?.record_type !== 'lab_report') throw new Error('No report');
    expect(report.content.results.length).toBeGreaterThan(3);
    for (const { reference, display } of report.content.results) {
      const [, id = ''] = /^Observation\/(.+)$/.exec(reference) ?? [];
      expect(await patient.call(getRecord, { id })).toMatchObject({
        record_type: 'lab_result',
        title: display,
      });
    }
  });

  it('lets an imported resource be amended without losing what is not understood', async () => {
    const doctor = await signedIn('amara.okafor@demo.medisecure.example');
    const { items } = await doctor.call(listOwnPatients, { q: 'armando' });
    const list = { patient_id: String(items[0]?.id), record_type: 'diagnosis' as const };
    const [record] = (await doctor.call(listChartRecords, list)).items;
    if (record?.record_type !== 'diagnosis') throw new Error('No diagnosis');
    expect(record.can).toMatchObject({ amend: { allowed: true }, mark_in_error: { reason: 'not_author' } });
    const before = await storedText(record.id);
    const content = { ...record.content, text: 'Seen by another doctor' };
    await doctor.call(amendRecord, { id: record.id, content });
    const after = await storedText(record.id);
    const kept = (text: string) => ({ ...JSON.parse(text), code: undefined });
    expect(kept(after)).toEqual(kept(before));
    expect(JSON.parse(after).code.text).toBe('Seen by another doctor');
  });

  it('can be made larger by verified patients, once by number', async () => {
    const before = await counts();
    await addExtraPatients(clinic.clock, 6);
    await addExtraPatients(clinic.clock, 6);
    expect(await counts()).toMatchObject({ users: Number(before.users) + 6, patients: 19 });
    const extra = await signedIn('patient.0006@demo.medisecure.example');
    expect((await extra.call(listChartRecords, {})).total).toBe(0);
  });
});

describe('an import', () => {
  it('is for the job alone, whatever a person may do to the chart', async () => {
    const site = await createSite(clinic.clock);
    const people = [await createDoctor(clinic.clock, site), await createAdmin(clinic.clock)];
    const [patient] = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select id from patients limit 1`,
    );
    const wish = { patient_id: String(patient?.id), source_system: 'x', records: [] };
    const doctor = await signedIn('amara.okafor@demo.medisecure.example');
    const codes = [];
    for (const each of [...people, doctor]) codes.push((await each.refusal(addRecords, wish)).code);
    // Row security hides the chart, the scope is missing, the policy refuses.
    expect(codes).toEqual(['not_found', 'insufficient_scope', 'forbidden']);
  });

  it('keeps the sealed text out of the database', async () => {
    const dump = await asRole(clinic.database.superuserUrl, async (sql) =>
      JSON.stringify([
        await sql`select t::text from patients t`,
        await sql`select t::text from medical_records t`,
        await sql`select t::text from audit_logs t`,
        await sql`select t::text from users t`,
      ]),
    );
    const words = ['Vargas', 'Prediabetes', 'urn:uuid:', 'demo.medisecure.example', 'Northgate!Demo2026'];
    const forms = words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
    expect(forms.filter((form) => dump.includes(form))).toEqual([]);
  });
});

interface Stored {
  id: string;
  patient_id: string;
  sealed: never;
  key_id: never;
  wrapped_key: never;
}

function texts(where: 'records' | 'patients', id: string | null): Promise<Stored[]> {
  return asRole(clinic.database.superuserUrl, async (sql) => [
    ...(where === 'records'
      ? await sql<Stored[]>`
          select r.id, r.patient_id, r.encrypted_content as sealed, k.id as key_id, k.wrapped_key
            from medical_records r join patient_keys k using (patient_id) where ${id}::uuid is null or r.id = ${id}`
      : await sql<Stored[]>`
          select p.id, p.id as patient_id, p.identity as sealed, k.id as key_id, k.wrapped_key
            from patients p join patient_keys k on k.patient_id = p.id where p.identity is not null`),
  ]);
}

const opened = (column: 'medical_records.encrypted_content' | 'patients.identity') => (row: Stored) =>
  open(column, row.id, row.sealed, unwrapPatientKey(row.key_id, row.wrapped_key));

async function storedTexts(): Promise<Set<string>> {
  return new Set([
    ...(await texts('records', null)).map(opened('medical_records.encrypted_content')),
    ...(await texts('patients', null)).map(opened('patients.identity')),
  ]);
}

async function storedText(id: string): Promise<string> {
  return (await texts('records', id)).map(opened('medical_records.encrypted_content')).join();
}
