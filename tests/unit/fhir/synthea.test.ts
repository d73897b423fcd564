import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parse, stringify } from 'lossless-json';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoDoctors, demoPatients } from '#db/seed/clinic';
import { type DemoChart, readDemoChart } from '#db/seed/read-bundles';
import { withReferenceRange } from '#lib/fhir/adult-ranges';
import { recordContent } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { brokenInvariants } from '#lib/fhir/invariants';
import { amendResource, fromResource, markEnteredInError } from '#lib/fhir/resource';
import { extractChart } from '#lib/fhir/synthea';
import { anyContent } from './any-content';

const recorded_at = Temporal.Instant.from('2026-11-25T09:30:00Z');
const charts: DemoChart[] = [];
beforeAll(async () => {
  for (const demo of demoPatients) charts.push(await readDemoChart(demo));
}, 60_000);

/** Things and people of a chart, which have no time of their own. */
const undated = ['Medication', 'Device', 'Organization', 'Practitioner', 'Goal', 'SupplyDelivery'];

const chartOf = (slug: string) => charts.find(({ demo }) => demo.slug === slug);
const texts = () => charts.flatMap(({ resources }) => resources.map(({ text }) => text));

function same(text: string): string {
  const view = fromResource(text, 'Europe/London');
  if (view.record_type === 'lab_report' || view.record_type === 'other') return text;
  const content = recordContent[view.record_type].parse(
    view.content,
  ) as ContentByType[typeof view.record_type];
  return amendResource(text, view.record_type, content, { recorded_at });
}

describe('the demo patients', () => {
  it('are thirteen, three of them without an account, each with a known doctor', () => {
    expect(charts).toHaveLength(13);
    expect(demoPatients.filter(({ email }) => email === null)).toHaveLength(3);
    const known = demoDoctors.map(({ slug }) => slug);
    expect(demoPatients.flatMap(({ doctors }) => doctors).filter((slug) => !known.includes(slug))).toEqual(
      [],
    );
    expect(new Set(demoPatients.flatMap(({ email }) => email ?? [])).size).toBe(10);
  });

  it('are shown without the digits that mark them, and kept with them', () => {
    expect(chartOf('luisa-macias')?.patient).toMatchObject({
      legal_name: 'Luisa Macías',
      birth_date: '1976-12-11',
      sex: 'female',
      deceased: null,
    });
    expect(chartOf('luisa-macias')?.patient.text).toContain('Luisa710');
    expect(chartOf('luisa-macias')?.patient.text).toContain('Anaya940');
    expect(chartOf('michele-wolf')?.patient.deceased).toBe('2016-04-05T06:58:56+00:00');
    expect(charts.flatMap(({ patient }) => patient.legal_name).filter((name) => /\d/.test(name))).toEqual([]);
  });

  it('lose no resource in silence', () => {
    for (const { demo, resources } of charts) {
      const bundle = gunzipSync(
        readFileSync(new URL(`../../../db/seed/synthea/${demo.file}`, import.meta.url)),
      ).toString();
      expect(1 + extractChart(bundle).resources.length).toBe(JSON.parse(bundle).entry.length);
      const bills = resources.filter(({ resource_type }) =>
        /^(Claim|ExplanationOfBenefit)$/.test(resource_type),
      );
      expect(bills).toEqual([]);
    }
  });

  it('keep every literal of the bundle', () => {
    const demo = demoPatients.find(({ slug }) => slug === 'garland-cummerata');
    const file = new URL(`../../../db/seed/synthea/${demo?.file}`, import.meta.url);
    const bundle = parse(gunzipSync(readFileSync(file)).toString()) as {
      entry: { fullUrl: string; resource: object }[];
    };
    const received = new Map(
      bundle.entry.map(({ fullUrl, resource }) => [fullUrl.slice('urn:uuid:'.length), stringify(resource)]),
    );
    for (const { source_id, text } of chartOf('garland-cummerata')?.resources ?? []) {
      const unnamed = text.replace(
        /("medicationReference":\{"reference":"[^"]*"),"display":"[^"]*"\}/,
        '$1}',
      );
      expect(unnamed).toBe(received.get(source_id));
    }
    expect(texts().some((text) => text.includes('"value":1.0}'))).toBe(true);
  });

  it('hold each resource as what it is', () => {
    const counts = (slug: string) => {
      const all: Record<string, number> = {};
      for (const { record_type } of chartOf(slug)?.resources ?? [])
        all[record_type] = (all[record_type] ?? 0) + 1;
      return all;
    };
    expect(counts('garland-cummerata')).toEqual({
      diagnosis: 38,
      prescription: 70,
      lab_result: 338,
      lab_report: 37,
      allergy: 4,
      immunization: 16,
      vital_sign: 77,
      procedure: 135,
      encounter: 57,
      note: 57,
      other: 191,
    });
    expect(counts('michele-wolf')).toMatchObject({
      encounter: 16,
      vital_sign: 51,
      lab_result: 67,
      other: 23,
    });
  });

  it('each resource survives an amendment that changes nothing, byte for byte', () => {
    for (const text of texts()) expect(same(text)).toBe(text);
  });

  it('an amendment of a received resource says what was meant', () => {
    const kinds = (['diagnosis', 'prescription', 'lab_result'] as const).map((type) => {
      const all = charts.flatMap(({ resources }) =>
        resources.filter(({ record_type }) => record_type === type),
      );
      return fc.tuple(fc.constant(type), fc.constantFrom(...all.map(({ text }) => text)), anyContent[type]);
    });
    fc.assert(
      fc.property(fc.oneof(...kinds), ([type, text, written]) => {
        const content = recordContent[type].parse(written) as ContentByType[typeof type];
        const amended = amendResource(text, type, content, { recorded_at });
        expect(fromResource(amended, 'UTC').content).toEqual(content);
        expect(brokenInvariants(amended)).toEqual([]);
        const [before, after] = [JSON.parse(text), JSON.parse(amended)];
        for (const key of [
          'id',
          'meta',
          'subject',
          'encounter',
          'category',
          'requester',
          'reasonReference',
        ]) {
          expect(after[key]).toEqual(before[key]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('each has a title and a moment, breaks no rule, and can be entered in error', () => {
    for (const text of texts()) {
      const view = fromResource(text, 'Europe/London');
      expect(view.title).not.toMatch(/^$|^urn:| \((disorder|finding)\)$/);
      if (!undated.includes(view.resource_type)) expect(view.occurred?.precision).toBe('instant');
      expect(brokenInvariants(text)).toEqual([]);
      if (view.record_type !== 'other') expect(brokenInvariants(markEnteredInError(text))).toEqual([]);
    }
  });
});

describe('common adult ranges', () => {
  const observation = (slug: string) =>
    chartOf(slug)?.resources.filter(({ record_type }) => record_type === 'lab_result') ?? [];

  it('are added with their flag, and read back', () => {
    const flags = observation('garland-cummerata').map(({ text }) => {
      const ranged = withReferenceRange(text, '1955-01-04');
      expect(same(ranged)).toBe(ranged);
      return fromResource(ranged, 'UTC').flag?.key;
    });
    expect(new Set(flags)).toEqual(new Set(['in_range', 'low', 'high', undefined]));
  });

  it('are not for children, other units, or what already has a range', () => {
    for (const { text } of observation('conchita-ramon'))
      expect(withReferenceRange(text, '2024-10-26')).toBe(text);
    const adult = observation('garland-cummerata').find(
      ({ text }) => withReferenceRange(text, '1955-01-04') !== text,
    );
    const text = adult?.text ?? '';
    const other = text.replaceAll(
      /"code":"(mmol\/L|mg\/dL|%|g\/dL|mL\/min|10\*3\/uL|10\*6\/uL|fL|U\/L)"/g,
      '"code":"g/L"',
    );
    expect(withReferenceRange(other, '1955-01-04')).toBe(other);
    const ranged = withReferenceRange(text, '1955-01-04');
    expect(withReferenceRange(ranged, '1955-01-04')).toBe(ranged);
  });
});
