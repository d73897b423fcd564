import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#lib/platform/ids';
import type { Reply } from '../../harness/ask';
import { writeExamples } from './example-records';
import { entriesOf, type FhirScene, idsIn, linkOf, openFhirScene, refusalOf } from './scene';

let scene: FhirScene;
let condition: string;
let glucose: string;
let sodium: string;
let draft: string;
let visit: string;

beforeAll(async () => {
  scene = await openFhirScene();
  ({ condition, glucose, sodium, draft, visit } = await writeExamples(scene));
}, 60_000);
afterAll(() => scene.close());

describe('what is not for the reader', () => {
  const types = [
    'Condition',
    'Observation',
    'Appointment',
    'Provenance',
    'Encounter',
    'DocumentReference',
    'CarePlan',
  ];

  it.each(types)('is missing to them: %s', async (type) => {
    const missing = await scene.get(`/${type}?patient=${newId('patients')}`, 'other');
    const foreign = await scene.get(`/${type}?patient=${scene.patient.id}`, 'other');
    expect([foreign.status, foreign.text.replace(foreign.requestId, '')]).toEqual([
      404,
      missing.text.replace(missing.requestId, ''),
    ]);
    expect((await scene.get(`/${type}?patient=Patient/${scene.patient.id}`, 'stranger')).status).toBe(404);
    expect((await scene.get(`/${type}?patient=${scene.patient.id}`, 'admin')).status).toBe(403);
  });

  it('is not reached by an id, a version, a history or everything', async () => {
    const paths = [
      ...[
        `/Condition/${condition}`,
        `/Condition/${condition}/_history`,
        `/Condition/${condition}/_history/1`,
      ],
      ...[`/Observation/${glucose}`, `/Appointment/${visit}`, `/Patient/${scene.patient.id}`],
      ...[`/Patient/${scene.patient.id}/$everything`],
    ];
    const provenances = await scene.get('/Provenance', 'patient');
    paths.push(`/Provenance/${idsIn(provenances)[0]}`);
    for (const path of paths) {
      for (const who of ['other', 'stranger'] as const)
        expect([path, who, refusalOf(await scene.get(path, who))]).toEqual([
          path,
          who,
          [404, 'not_found', undefined],
        ]);
      expect((await scene.get(path, 'admin')).status).toBe(403);
    }
  });

  it('is not reached by an id within one’s own chart, nor by what is brought along', async () => {
    const query = `_id=${glucose}&_include=Observation:patient&_revinclude=Provenance:target`;
    expect(entriesOf(await scene.get(`/Observation?${query}`, 'other'))).toEqual([]);
    const provenance = idsIn(await scene.get('/Provenance', 'patient'))[0];
    expect(entriesOf(await scene.get(`/Provenance?_id=${provenance}`, 'other'))).toEqual([]);
    expect(entriesOf(await scene.get(`/Provenance?target=Condition/${condition}`, 'other'))).toEqual([]);
    expect(entriesOf(await scene.get(`/Appointment?_id=${visit}`, 'other'))).toEqual([]);
    expect(entriesOf(await scene.get(`/Patient?_id=${scene.patient.id}`, 'other'))).toEqual([]);
  });

  it('is the chart, to a carer of visits alone', async () => {
    const carer = await scene.carer('appointments');
    const { patient } = scene;
    for (const path of [
      `/Patient/${patient.id}`,
      `/Observation?patient=${patient.id}`,
      `/Patient/${patient.id}/$everything`,
    ])
      expect([path, (await carer(path)).status]).toEqual([path, 403]);
    expect((await carer('/Patient')).text).not.toContain(patient.id);
    const reader = await scene.carer('chart');
    expect((await reader('/Patient')).text).toContain(patient.id);
    expect(idsIn(await reader(`/Observation?patient=${patient.id}`)).sort()).toEqual(
      [glucose, sodium].sort(),
    );
  });

  it('does not leave by somebody else’s cursor, nor by one of another question', async () => {
    const page = await scene.get(`/Observation?patient=${scene.patient.id}&_count=1`, 'patient');
    const next = linkOf(page, 'next') ?? '';
    expect((await scene.get(next, 'patient')).status).toBe(200);
    expect(refusalOf(await scene.get(next, 'doctor'))).toEqual([422, 'validation_failed', '_cursor']);
    const elsewhere = next.replace('/Observation?', '/Condition?');
    expect(refusalOf(await scene.get(elsewhere, 'patient'))).toEqual([422, 'validation_failed', '_cursor']);
  });

  it('is a draft, to everybody and to its author', async () => {
    for (const who of ['doctor', 'patient'] as const) {
      expect((await scene.get(`/Condition/${draft}`, who)).status).toBe(404);
      const found = await scene.get(`/Condition?patient=${scene.patient.id}`, who);
      expect(idsIn(found)).toEqual([condition]);
      const all = await scene.get(`/Patient/${scene.patient.id}/$everything`, who);
      expect(all.text).not.toContain(draft);
    }
  });

  it('is restricted, to who is only consulted', async () => {
    const secret = await scene.write({
      record_type: 'diagnosis',
      content: { text: 'Restricted', clinical_status: 'active' },
      restricted: true,
    });
    const consulted = await scene.consulted();
    const paths = [
      `/Condition?patient=${scene.patient.id}`,
      `/Provenance?patient=${scene.patient.id}`,
      `/Patient/${scene.patient.id}/$everything`,
      `/Condition?patient=${scene.patient.id}&_id=${secret}&_revinclude=Provenance:target`,
    ];
    for (const path of paths) {
      const holds = (reply: Reply) => JSON.stringify(entriesOf(reply)).includes(secret);
      expect([path, holds(await scene.get(path, 'doctor'))]).toEqual([path, true]);
      expect([path, holds(await consulted(path))]).toEqual([path, false]);
    }
    for (const path of [
      `/Condition/${secret}`,
      `/Condition/${secret}/_history`,
      `/Condition/${secret}/_history/1`,
    ])
      expect([path, (await consulted(path)).status]).toEqual([path, 404]);
    expect((await consulted(`/Condition/${condition}`)).status).toBe(200);
  });
});
