import { parse, stringify } from 'lossless-json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/fhir/json';
import { eachReference } from '#lib/fhir/rest/references';
import { relate } from '../../factories/care';
import { faultsOf } from '../../harness/fhir-validators';
import { importSynthea } from './imported-chart';
import { type FhirScene, idsIn, linkOf, openFhirScene } from './scene';

const files = [
  'synthea-2019-gus-dicki-ab54e775.json.gz',
  'synthea-2021-maximo-bartell-6c8f3e83.json.gz',
  'synthea-2025-garland-cummerata-4a47046c.json.gz',
];

/** Numbers that end in nought, which a parser of floats would shorten. */
let literals = 0;
let scene: FhirScene;
beforeAll(async () => {
  scene = await openFhirScene();
});
afterAll(() => scene.close());

/** All pages of a chart, each resource as a tree with its literal digits. */
async function everything(patient: string, query = ''): Promise<JsonObject[]> {
  const all: JsonObject[] = [];
  let next: string | undefined = `/Patient/${patient}/$everything?_count=500${query}`;
  while (next) {
    const page = await scene.get(next, 'doctor');
    expect(page.status).toBe(200);
    const { entry = [] } = parse(page.text) as { entry?: { resource: JsonObject }[] };
    all.push(...entry.map(({ resource }) => resource));
    next = linkOf(page, 'next');
  }
  return all;
}

/** Alike but for our id, our version and where references lead; keys in one order. */
function shapeOf({ id: _, meta = {}, ...tree }: JsonObject): string {
  const { versionId: _v, lastUpdated: _l, ...kept } = meta as JsonObject;
  const copy = parse(stringify({ ...tree, meta: kept }) ?? '') as JsonObject;
  eachReference(copy, (holder) => {
    holder.reference = '<reference>';
  });
  return stringify(sorted(copy)) ?? '';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || 'isLosslessNumber' in value) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

const referencesOf = (trees: readonly JsonObject[]): string[] => {
  const found: string[] = [];
  for (const tree of trees) eachReference(tree, (_, reference) => found.push(reference));
  return found.filter((reference) => !reference.startsWith('#'));
};

describe.each(files)('the chart of %s', (file) => {
  let trees: JsonObject[];
  let source: JsonObject[];
  let sourceIds: Set<string>;

  beforeAll(async () => {
    const { id, chart } = await importSynthea(scene.clock, scene.doctor.clinicId, file);
    await relate(scene.clock, { id }, scene.doctor);
    source = [chart.patient, ...chart.resources].map(({ text }) => parse(text) as JsonObject);
    sourceIds = new Set([chart.patient, ...chart.resources].map(({ source_id }) => `urn:uuid:${source_id}`));
    trees = await everything(id);
  }, 120_000);

  it('leaves as it came, to the last digit', () => {
    const own = trees.filter(({ resourceType, agent }) => resourceType !== 'Provenance' || !isOurs(agent));
    expect(own.map(shapeOf).sort()).toEqual(source.map(shapeOf).sort());
    literals += stringify(source)?.match(/:-?\d+\.\d*0[,}\]]/g)?.length ?? 0;
  });

  it('refers to nothing that is not there, but for what referred to nothing before', () => {
    const there = new Set(trees.map(({ resourceType, id }) => `${resourceType}/${id}`));
    const dangling = referencesOf(trees).filter((each) => !there.has(each.replace(/\/_history\/\d+$/, '')));
    const before = referencesOf(source).filter((each) => !sourceIds.has(each));
    expect([...new Set(dangling)].sort()).toEqual([...new Set(before)].sort());
    expect(dangling.filter((each) => !/^[A-Z]\w+\?identifier=/.test(each))).toEqual([]);
  });

  it('tells of each record where it came from', () => {
    const ours = trees.filter(({ resourceType, agent }) => resourceType === 'Provenance' && isOurs(agent));
    expect(ours).toHaveLength(source.length - 1);
    expect(ours[0]).toMatchObject({ entity: [{ role: 'source', what: { display: 'synthea' } }] });
  });

  it('has no fault that it did not have when it came', () => {
    const faults = (all: readonly JsonObject[]) =>
      new Set(all.flatMap((tree) => faultsOf(JSON.parse(stringify(tree) ?? ''))));
    const before = faults(source);
    expect([...faults(trees)].filter((fault) => !before.has(fault))).toEqual([]);
  }, 120_000);
});

it('was tried with numbers that end in nought', () => {
  expect(literals).toBeGreaterThan(0);
});

const isOurs = (agent: unknown) => JSON.stringify(agent).includes('"display":"Import"');

describe('everything of a patient', () => {
  it('is narrowed to types and to what has changed', async () => {
    const { patient, clock } = scene;
    const first = await scene.write({
      record_type: 'diagnosis',
      content: { text: 'Gout', clinical_status: 'active' },
    });
    clock.advance(10);
    const since = clock.now().toString();
    const second = await scene.write({ record_type: 'allergy', content: { text: 'Latex' } });
    const all = await scene.get(`/Patient/${patient.id}/$everything`, 'patient');
    expect(idsIn(all)).toEqual(expect.arrayContaining([patient.id, first, second, scene.doctor.id]));
    const conditions = await scene.get(
      `/Patient/${patient.id}/$everything?_type=Condition,Patient`,
      'patient',
    );
    expect(idsIn(conditions)).toEqual([patient.id, first]);
    const changed = await scene.get(
      `/Patient/${patient.id}/$everything?_since=${since}&_type=Condition,AllergyIntolerance`,
      'patient',
    );
    expect(idsIn(changed)).toEqual([second]);
  });
});
