import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestAmendment } from '#lib/operations/amendment-requests/create';
import { decideAmendment } from '#lib/operations/amendment-requests/decide';
import { disagreeWithAmendment } from '#lib/operations/amendment-requests/disagree';
import { takeRecord } from '#lib/operations/users/take-record';
import { faultsOf } from '../../harness/fhir-validators';
import { type FhirScene, openFhirScene, type Who } from './scene';

let scene: FhirScene;
beforeAll(async () => {
  scene = await openFhirScene();
});
afterAll(() => scene.close());

/** A record whose correction was denied; with a statement of its patient, unless that is left out. */
async function denied(word: string, more: object = {}, isStated = true) {
  const { patient, doctor } = scene;
  const record_id = (await scene.write({
    ...{ record_type: 'diagnosis', content: { text: `Diagnosis ${word}` } },
    ...more,
  })) as never;
  const words = { wrong: `wrong ${word}`, wanted: `wanted ${word}` };
  const { id } = await patient.call(requestAmendment, { record_id, record_version: 1, ...words });
  await doctor.call(decideAmendment, { id, decision: 'denied', answer: `answer ${word}` });
  if (isStated) await patient.call(disagreeWithAmendment, { id, disagreement: `disagreement ${word}` });
  return { id, record_id: record_id as string };
}

type Tree = { resourceType: string; id: string };
const communicationsIn = (text: string): Tree[] => {
  const { entry = [] } = JSON.parse(text) as { entry?: { resource: Tree }[] };
  return entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'Communication');
};
const everything = (as: Who) => scene.get(`/Patient/${scene.patient.id}/$everything?_count=1000`, as);

describe('a statement of disagreement', () => {
  it('goes out with the record, valid and whole, in every way in which it goes out', async () => {
    const { id, record_id } = await denied('aardvark');
    await denied('badger', {}, false);
    const shown = {
      ...{ resourceType: 'Communication', id, status: 'completed' },
      category: [{ coding: [{ code: 'medRecCxDenialDisagree' }] }],
      about: [{ reference: `Condition/${record_id}` }],
      subject: { reference: `Patient/${scene.patient.id}` },
      payload: [{ contentString: 'disagreement aardvark' }],
      note: [
        { text: expect.stringMatching(/wrong aardvark\s.*\s.*wanted aardvark/) },
        { authorString: 'Dr Amara Okafor', text: expect.stringContaining('answer aardvark') },
      ],
    };
    for (const as of ['doctor', 'patient'] as const) {
      expect(communicationsIn((await everything(as)).text)).toMatchObject([shown]);
      const read = await scene.get(`/Communication/${id}`, as);
      expect([read.status, JSON.parse(read.text)]).toMatchObject([200, shown]);
      const found = await scene.get(`/Communication?patient=${scene.patient.id}`, as);
      expect(communicationsIn(found.text)).toMatchObject([shown]);
    }
    const { resources } = await scene.patient.call(takeRecord, { format: 'fhir' });
    const taken = resources.filter(({ resource_type }) => resource_type === 'Communication');
    expect(taken.map(({ resource }) => JSON.parse(resource))).toMatchObject([shown]);
    for (const { resource } of taken) expect(faultsOf(JSON.parse(resource))).toEqual([]);
  });

  it('is for those alone who see its record', async () => {
    const { id } = await denied('caribou', { restricted: true });
    const [consulted, carer] = [await scene.consulted(), await scene.carer('chart')];
    for (const get of [consulted, carer]) {
      expect((await get(`/Communication/${id}`)).status).toBe(404);
      const { text, status } = await get(`/Patient/${scene.patient.id}/$everything?_count=1000`);
      expect([status, text.includes('caribou')]).toEqual([200, false]);
    }
    for (const as of ['stranger', 'other'] as const)
      expect((await scene.get(`/Communication/${id}`, as)).status).toBe(404);
    expect((await scene.get(`/Communication/${id}`, 'admin')).status).toBe(403);
    expect((await scene.get(`/Communication/${id}`, 'doctor')).status).toBe(200);
  });

  it('is among what has changed since, and not among what has changed before', async () => {
    const { id } = await denied('dingo');
    const since = async (moment: string) => {
      const path = `/Patient/${scene.patient.id}/$everything?_since=${encodeURIComponent(moment)}`;
      return communicationsIn((await scene.get(path, 'doctor')).text).map((each) => each.id);
    };
    expect(await since('2020-01-01T00:00:00Z')).toContain(id);
    expect(await since(scene.clock.now().add({ hours: 1 }).toString())).toEqual([]);
  });
});
