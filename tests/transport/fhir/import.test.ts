import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resourceValidator } from '#lib/fhir/validate';
import { carryOutDueImports } from '#lib/jobs/handlers/carry-out-imports';
import { systemClock } from '#lib/platform/clock';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';
import type { Id } from '#lib/platform/ids';
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
import { ask, type Reply, tokenOf } from '../../harness/ask';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { bundle, conditionOf } from '../../operations/imports/bundles';

let clinic: TestClinic;
let site: Id<'clinics'>;
let doctor: DoctorPerson;
let patient: PatientPerson;
const token = { doctor: '', patient: '', admin: '' };
const validate = resourceValidator(readFhirDefinitions);
const fhir = { 'content-type': 'application/fhir+json' };

beforeAll(async () => {
  clinic = await openClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  const of = (person: Person) => tokenOf(clinic.clock, person.caller as never);
  token.doctor = await of(doctor);
  token.admin = await of(await createAdmin(clinic.clock));
});
beforeEach(async () => {
  patient = await createPatient(clinic.clock, site, 'Ida Ek');
  await relate(clinic.clock, patient, doctor);
  token.patient = await tokenOf(clinic.clock, patient.caller as never);
});
afterAll(() => clinic.close());

const post = (body: string | Uint8Array, as: keyof typeof token, query = `?patient=${patient.id}`) =>
  ask('POST', `/fhir/R4${query}`, { token: token[as], body, headers: fhir });
const follow = ({ headers }: Reply, as: keyof typeof token, method = 'GET') =>
  ask(method, new URL(String(headers['content-location'])).pathname, { token: token[as] });
const carryOut = () => carryOutDueImports(clinic.clock, validate);
const outcome = (severity: string, code: string, own: string[], expression?: string) => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity,
      code,
      details: {
        coding: own.map((each) => ({ system: 'urn:medisecure:problem', code: each })),
        text: expect.any(String),
      },
      ...(severity === 'error' && { diagnostics: expect.stringMatching(/^request /) }),
      ...(expression && { expression: [expression] }),
    },
  ],
});

describe('POST /fhir/R4', () => {
  it('begins an import that is followed at its Content-Location', async () => {
    const begun = await post(bundle(), 'doctor');
    expect(begun.status).toBe(202);
    expect(begun.headers['content-type']).toContain('application/fhir+json');
    expect(begun.json).toEqual(outcome('information', 'informational', ['import_begun']));
    const waiting = await follow(begun, 'doctor');
    expect([waiting.status, waiting.headers['x-progress']]).toEqual([202, '0 of 4 entries checked']);
    await carryOut();
    const done = await follow(begun, 'doctor');
    expect(done.status).toBe(200);
    expect(done.json).toEqual({
      resourceType: 'Parameters',
      parameter: Object.entries({ total: 4, added: 3, known: 1, updated: 0, rejected: 0 }).map(
        ([name, valueInteger]) => ({ name, valueInteger }),
      ),
    });
    expect((await follow(begun, 'patient')).status).toBe(404);
    expect((await follow(begun, 'admin')).status).toBe(404);
  });

  it('tells of a transaction that failed, entry by entry', async () => {
    const begun = await post(
      bundle({ instead: { 2: conditionOf(2, { recordedDate: '2019-02-30' }) } }),
      'doctor',
    );
    await carryOut();
    const { status, json } = await follow(begun, 'doctor');
    expect(status).toBe(422);
    expect(json).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'value',
          details: { text: 'A value is not one that FHIR R4 allows here.' },
          expression: ['Bundle.entry[2].resource.recordedDate'],
        },
      ],
    });
    expect(JSON.stringify(json)).not.toContain('2019-02-30');
  });

  it('tells of entries of a batch that were refused', async () => {
    const begun = await post(bundle({ type: 'batch', instead: { 2: { resourceType: 'Banana' } } }), 'doctor');
    await carryOut();
    const { json } = await follow(begun, 'doctor');
    expect(json.parameter).toEqual(
      expect.arrayContaining([
        { name: 'rejected', valueInteger: 1 },
        { name: 'outcome', resource: expect.objectContaining({ resourceType: 'OperationOutcome' }) },
      ]),
    );
  });

  it('is stopped by a DELETE', async () => {
    const begun = await post(bundle(), 'doctor');
    expect((await follow(begun, 'doctor', 'DELETE')).status).toBe(202);
    expect((await follow(begun, 'doctor')).status).toBe(404);
  });

  it('takes a whole chart from an admin, who names nobody', async () => {
    const begun = await post(
      bundle().replaceAll('11111111-', '44444444-').replaceAll('-4222-8', '-4222-a'),
      'admin',
      '',
    );
    await carryOut();
    const { json } = await follow(begun, 'admin');
    expect(json.parameter).toContainEqual({ name: 'added', valueInteger: 4 });
  });

  it.each([
    [
      'cut off',
      () => bundle().slice(0, -20),
      422,
      outcome('error', 'value', ['validation_failed', 'truncated'], 'Bundle.entry[3]'),
    ],
    [
      'that is no JSON',
      () => 'Bundle',
      422,
      outcome('error', 'value', ['validation_failed', 'not_json'], 'Resource[0]'),
    ],
  ])('refuses an upload %s with its place', async (_, body, status, told) => {
    const refused = await post(body(), 'doctor');
    expect([refused.status, refused.json]).toEqual([status, told]);
  });

  it.each(['patient', 'source'])('refuses a %s that is named twice', async (name) => {
    const refused = await post(bundle(), 'doctor', `?${name}=${patient.id}&${name}=${patient.id}`);
    expect([refused.status, refused.json]).toEqual([
      422,
      outcome('error', 'value', ['validation_failed', 'repeated'], name),
    ]);
  });

  it('refuses like every other door, in the words of FHIR', async () => {
    const other = await createPatient(clinic.clock, site);
    const refusals = await Promise.all([
      ask('POST', '/fhir/R4', { body: bundle(), headers: fhir }),
      post(bundle(), 'patient'),
      post(bundle(), 'doctor', `?patient=${other.id}`),
      ask('POST', '/fhir/R4', {
        token: token.doctor,
        body: bundle(),
        headers: { 'content-type': 'text/plain' },
      }),
      post(Buffer.alloc(10_000_001, 0x20), 'doctor'),
      ask('GET', '/fhir/R4/$import-status/no-id', { token: token.doctor }),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([401, 403, 404, 415, 413, 404]);
    expect(refusals.every(({ json }) => json.resourceType === 'OperationOutcome')).toBe(true);
  });
});
