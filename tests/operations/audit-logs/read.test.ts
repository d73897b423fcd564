import { afterAll, beforeAll, expect, it } from 'vitest';
import { countAuditActivity } from '#lib/operations/audit-logs/activity';
import { getAuditEvent } from '#lib/operations/audit-logs/get';
import { listAuditLog } from '#lib/operations/audit-logs/list';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { getStatistics } from '#lib/operations/statistics/get';
import { newId } from '#lib/platform/ids';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
  relate,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let admin: Person;
let recordId: string;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  admin = await createAdmin(clinic.clock);
  const content = { text: 'Gout' };
  const wish = { patient_id: patient.id, record_type: 'diagnosis' as const, content };
  await doctor.refusal(createRecord, wish);
  await relate(clinic.clock, patient, doctor);
  recordId = (await doctor.call(createRecord, wish)).id;
  clinic.clock.advance(60);
  await patient.call(getRecord, { id: recordId });
  clinic.clock.advance(60);
});
afterAll(() => clinic.close());

it('tells an admin who did what, to what, from where and how it ended', async () => {
  const { items, total } = await admin.call(listAuditLog, { page_size: 3 });
  expect(total).toBe(3);
  expect(items).toMatchObject([
    {
      action: 'VIEW_RECORD',
      user_email: patient.account.email,
      user_role: 'patient',
      resource_id: recordId,
      patient_id: patient.id,
      ip_address: '192.0.2.1',
      response_status: 200,
      outcome: 'success',
    },
    { action: 'CREATE_RECORD', user_email: doctor.account.email, outcome: 'success' },
    { action: 'CREATE_RECORD', outcome: 'refused', reason_code: 'not_found', response_status: 404 },
  ]);
  const next = await admin.call(listAuditLog, { sort_order: 'desc' });
  expect(next.items[0]).toMatchObject({ action: 'LIST_AUDIT_LOG', user_email: admin.account.email });
});

it.each([
  ['user_id', () => ({ user_id: doctor.account.id }), 2],
  ['action', () => ({ action: 'VIEW_RECORD' as const }), 1],
  ['what it was about', () => ({ resource_type: 'medical_record' as const, resource_id: recordId }), 2],
  ['whose chart', () => ({ patient_id: patient.id }), 2],
  ['outcome', () => ({ outcome: 'refused' as const }), 1],
  ['address', () => ({ ip: '192.0.2.1', resource_type: 'medical_record' as const }), 3],
  ['another address', () => ({ ip: '192.0.2.77' }), 0],
  ['time', () => ({ from: '2026-03-02T09:00:30Z', to: '2026-03-02T09:01:30Z' }), 1],
])('can be narrowed by %s', async (_name, filter, total) => {
  expect((await admin.call(listAuditLog, filter())).total).toBe(total);
});

// PostgreSQL takes none of these: what reached it would be answered with 500.
it.each([{ ip: '\0' }, { from: '0000-01-01T00:00:00Z' }, { to: '9999-12-31T23:59:59-01:00' }])(
  'tells what no filter can be: %j',
  async (filter) => {
    expect((await admin.refusal(listAuditLog, filter)).code).toBe('validation_failed');
  },
);

it('gives one event, however wrong the clock was when it was made', async () => {
  const [first] = (await admin.call(listAuditLog, { action: 'VIEW_RECORD' })).items;
  expect(await admin.call(getAuditEvent, { id: String(first?.id) })).toEqual(first);
  expect((await admin.refusal(getAuditEvent, { id: newId('audit_logs') })).code).toBe('not_found');
});

it('is for admins', async () => {
  for (const each of [doctor, patient]) {
    expect((await each.refusal(listAuditLog, {})).code).toBe('insufficient_scope');
    expect((await each.refusal(getStatistics, {})).code).toBe('insufficient_scope');
  }
});

it('an admin counts what they cannot see, and opens none of it', async () => {
  expect(await admin.call(getStatistics, {})).toMatchObject({
    users: { total: 3, patient: 1, doctor: 1, admin: 1 },
    patients: 1,
    practitioners: 1,
    // Fewer than five would tell of single people.
    records: null,
    appointments: { scheduled: 0, today: 0 },
    zone: 'Europe/London',
    date: '2026-03-02',
  });
  expect((await admin.refusal(getRecord, { id: recordId })).code).toBe('insufficient_scope');
});

it('counts the 24 hours up to now, what was refused apart, and can be narrowed too', async () => {
  const { hours } = await admin.call(countAuditActivity, { action: 'CREATE_RECORD' });
  expect(hours).toHaveLength(24);
  expect(hours.at(-1)).toEqual({ starts_at: '2026-03-02T09:00:00Z', allowed: 1, denied: 1 });
  expect(hours[0]).toEqual({ starts_at: '2026-03-01T10:00:00Z', allowed: 0, denied: 0 });
  const before = await admin.call(countAuditActivity, { to: '2026-03-02T09:00:00Z' });
  expect(before.hours.at(-1)).toEqual({ starts_at: '2026-03-02T08:00:00Z', allowed: 0, denied: 0 });
  expect((await patient.refusal(countAuditActivity, {})).code).toBe('insufficient_scope');
});

it('a number of records is told from five on', async () => {
  const wish = { patient_id: patient.id, record_type: 'diagnosis', content: { text: 'Asthma' } } as const;
  for (let more = 0; more < 4; more += 1) await doctor.call(createRecord, wish);
  expect((await admin.call(getStatistics, {})).records).toBe(5);
});
