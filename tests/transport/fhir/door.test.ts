import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../../harness/fhir-validators';
import { writeExamples } from './example-records';
import { type FhirScene, openFhirScene, refusalOf } from './scene';

let scene: FhirScene;
let condition: string;
let glucose: string;
let draft: string;
let visit: string;

beforeAll(async () => {
  scene = await openFhirScene();
  ({ condition, glucose, draft, visit } = await writeExamples(scene));
}, 60_000);
afterAll(() => scene.close());

describe('the door', () => {
  it('gives nothing but FHIR in JSON, to whoever shows a token', async () => {
    const path = `/Condition/${condition}`;
    expect(refusalOf(await scene.get(path, null))).toEqual([401, 'unauthenticated', undefined]);
    for (const accept of ['application/fhir+json', 'application/json', '*/*', 'text/html, */*;q=0.1'])
      expect((await scene.get(path, 'doctor', { accept })).status).toBe(200);
    for (const accept of ['application/fhir+xml', 'text/html', 'application/fhir+json; fhirVersion=3.0'])
      expect(refusalOf(await scene.get(path, 'doctor', { accept }))[0]).toBe(406);
    expect((await scene.get(`${path}?_format=application/fhir+xml`, 'doctor')).status).toBe(406);
    expect((await scene.get(`${path}?_format=json`, 'doctor', { accept: 'text/html' })).status).toBe(200);
    expect((await scene.send('POST', path, 'doctor')).headers.allow).toBe('GET, HEAD, OPTIONS');
    expect((await scene.send('OPTIONS', path, 'doctor')).status).toBe(204);
    expect((await scene.send('HEAD', path, 'doctor')).status).toBe(200);
    expect((await scene.send('HEAD', '/Patient/$export', 'doctor')).status).toBe(405);
  });

  it('knows the types of R4 and no others', async () => {
    for (const path of ['/Potion', '/Potion/1', '/metadata/x', '', '/', '/Condition/', '/CarePlan/$nothing'])
      expect([path, refusalOf(await scene.get(path, 'patient'))[0]]).toEqual([path, 404]);
    expect((await scene.get('/CarePlan', 'patient')).status).toBe(200);
  });

  it('leaves one event for each request', async () => {
    const before = (await scene.events()).length;
    await scene.get(
      `/Observation?patient=${scene.patient.id}&_include=Observation:performer&_revinclude=Provenance:target`,
      'doctor',
    );
    const [event, ...more] = (await scene.events()).slice(before);
    expect([event?.action, event?.patient_id, more]).toEqual(['SEARCH_RESOURCES', scene.patient.id, []]);
  });

  it('tells without a token what it can do', async () => {
    const { status, json } = await scene.get('/metadata', null);
    expect([status, json.fhirVersion, faultsOf(json)]).toEqual([200, '4.0.1', []]);
  });

  it('answers nothing that two validators find fault with', async () => {
    const { patient, doctor } = scene;
    const paths = [
      ...[
        `/Condition/${condition}`,
        `/Observation/${glucose}`,
        `/Patient/${patient.id}`,
        `/Practitioner/${doctor.id}`,
      ],
      ...[`/Appointment/${visit}`, `/Condition/${condition}/_history`, `/Condition/${condition}/_history/1`],
      ...[
        `/Appointment?patient=${patient.id}`,
        `/Provenance?patient=${patient.id}`,
        '/Practitioner',
        '/Patient',
      ],
      ...[
        `/Condition?patient=${patient.id}&_revinclude=Provenance:target`,
        `/CarePlan?patient=${patient.id}`,
      ],
      ...[`/Patient/${patient.id}/$everything`, `/Observation?patient=${patient.id}&_summary=count`],
      ...['/Observation', '/Potion', `/Condition/${draft}`],
    ];
    for (const path of paths)
      expect([path, faultsOf((await scene.get(path, 'doctor')).json)]).toEqual([path, []]);
  });
});
