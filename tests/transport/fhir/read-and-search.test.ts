import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { createRecord } from '#lib/operations/records/create';
import { systemClock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import { createAdmin, createDoctor, createPatient, createSite, type DoctorPerson, type PatientPerson, relate } from '../../factories/care';
import { ask, tokenOf } from '../../harness/ask';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { faultsOf } from '../../harness/fhir-validators';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let other: PatientPerson;
let token: { doctor: string; patient: string; other: string; admin: string };
let ids: { condition: string; glucose: string; draft: string; visit: string };

beforeAll(async () => {
  clinic = await openClinic();
  clinic.clock.set(systemClock.now().toString());
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  other = await createPatient(clinic.clock, site, 'Gus Dicki');
  await relate(clinic.clock, patient, doctor);
  const of = (person: { caller: unknown }) => tokenOf(clinic.clock, person.caller as never);
  token = {
    doctor: await of(doctor),
    patient: await of(patient),
    other: await of(other),
    admin: await of(await createAdmin(clinic.clock)),
  };
  const write = (wish: object) => doctor.call(createRecord, { patient_id: patient.id, ...wish } as never);
  const condition = await write({ record_type: 'diagnosis', content: { text: 'Gout', code: '90560007', code_system: 'http://snomed.info/sct', clinical_status: 'active' }, occurred_at: '2026-01-05' });
  const glucose = await write({ record_type: 'lab_result', content: { text: 'Glucose', unit: 'mmol/L', value: '5.50' }, occurred_at: '2026-03-01' });
  const draft = await write({ record_type: 'diagnosis', content: { text: 'Perhaps' }, draft: true });
  ids = { condition: condition.id, glucose: glucose.id, draft: draft.id, visit: '' };
}, 60_000);
afterAll(() => clinic.close());

const get = (path: string, as: keyof typeof token | null, headers: Record<string, string> = {}) =>
  ask('GET', `/fhir/R4${path}`, { ...(as && { token: token[as] }), headers });

describe('x', () => {
  it('reads', async () => {
    const meta = await get('/metadata', null);
    expect(faultsOf(meta.json)).toEqual([]);
    for (const path of [`/Condition/${ids.condition}`, `/Observation/${ids.glucose}`, `/Patient/${patient.id}`, `/Practitioner/${doctor.id}`, `/Condition/${ids.condition}/_history`, `/Condition/${ids.condition}/_history/1`, `/Condition?patient=${patient.id}&_revinclude=Provenance:target&_include=Condition:patient`, '/Patient', '/Practitioner', `/Provenance?patient=${patient.id}`, `/Patient/${patient.id}/$everything?_count=2`, `/Condition/${ids.draft}`, `/Observation?patient=${patient.id}&_summary=count`,`/Observation`]) {
      const answer = await get(path, 'doctor');
      console.log(answer.status, path, answer.text.slice(0, 1500), JSON.stringify(answer.headers.etag));
      console.log(faultsOf(answer.json));
    }
  });
});
