import { describe, expect, it } from 'vitest';
import { findCircles } from '#lib/fhir/bundle/circles';
import { bundleOf, entryOf, patientEntry, problems } from './reading';

const patient = { reference: patientEntry.fullUrl };
const urn = (digit: string) => `urn:uuid:${digit.repeat(8)}-1111-4111-8111-111111111111`;
const about = (more: object, fullUrl?: string) =>
  entryOf({ resourceType: 'Observation', subject: patient, ...more }, fullUrl);
const at = (path: string) => `Bundle.entry[1].resource.${path}`;

/** What is wrong with an observation of the bundle's patient. */
const told = (more: object, type = 'transaction', known: string[] = []) =>
  problems(bundleOf([patientEntry, about(more)], type), { known });

describe('a reference', () => {
  it.each([
    ['by fullUrl', { encounter: patient }],
    ['by type and id of an entry', { focus: [{ reference: 'Patient/p1' }] }],
    ['by type, id and version', { focus: [{ reference: 'Patient/p1/_history/2' }] }],
    [
      'to a contained resource',
      { contained: [{ resourceType: 'Specimen', id: 's' }], specimen: { reference: '#s' } },
    ],
    [
      'of a contained resource to its container',
      { contained: [{ resourceType: 'Specimen', id: 's', parent: [{ reference: '#' }] }] },
    ],
    ['to the patient by an identifier', { focus: [{ reference: 'Patient?identifier=urn:oid:1.2|77' }] }],
    ['by identifier alone', { performer: [{ identifier: { value: '5' } }] }],
  ])('%s is followed', async (_, more) => {
    expect(await told(more)).toEqual([]);
  });

  it.each([
    [
      'a fullUrl that nobody has',
      { encounter: { reference: urn('9') } },
      `${at('encounter.reference')}: dangling_reference`,
    ],
    [
      'nothing contained',
      { specimen: { reference: '#s' } },
      `${at('specimen.reference')}: dangling_contained`,
    ],
    [
      'a patient outside',
      { focus: [{ reference: 'Patient/other' }] },
      `${at('focus[0].reference')}: foreign_patient`,
    ],
    [
      'a patient at an address',
      { focus: [{ reference: 'https://a.example/Patient/1' }] },
      `${at('focus[0].reference')}: foreign_patient`,
    ],
    [
      'a patient by a foreign identifier',
      { focus: [{ reference: 'Patient?identifier=urn:oid:1.2|78' }] },
      `${at('focus[0].reference')}: foreign_patient`,
    ],
    [
      'something else outside',
      { encounter: { reference: 'Encounter/1' } },
      `${at('encounter.reference')}: unresolved_reference`,
    ],
    [
      'a doctor nobody knows',
      { performer: [{ reference: 'Practitioner?identifier=npi|1' }] },
      `${at('performer[0].reference')}: unresolved_conditional`,
    ],
  ])('to %s is told', async (_, more, problem) => {
    expect(await told(more)).toEqual([problem]);
  });

  it('to a doctor of a directory is followed, in a transaction only', async () => {
    const more = { performer: [{ reference: 'Practitioner?identifier=urn%3Anpi|1' }] };
    const known = ['Practitioner|urn:npi|1'];
    expect(await told(more, 'transaction', known)).toEqual([]);
    expect(await told(more, 'batch', known)).toEqual([
      `${at('performer[0].reference')}: unresolved_conditional`,
    ]);
  });

  it('that leads back to where it began is told, between entries and within one', async () => {
    const upload = bundleOf([
      patientEntry,
      about({ hasMember: [{ reference: urn('3') }] }, urn('2')),
      about({ hasMember: [{ reference: urn('2') }] }, urn('3')),
      about({ hasMember: [{ reference: urn('2') }] }, urn('4')),
    ]);
    expect(await problems(upload)).toEqual([
      'Bundle.entry[1].resource.hasMember[0].reference: circular_reference',
      'Bundle.entry[2].resource.hasMember[0].reference: circular_reference',
    ]);
    const contained = ['a', 'b'].map((id) => ({
      resourceType: 'Specimen',
      id,
      parent: [{ reference: id === 'a' ? '#b' : '#a' }],
    }));
    expect(await told({ contained })).toEqual([`${at('contained')}: circular_reference`]);
  });

  it('may go both ways between an encounter and its diagnosis', async () => {
    const encounter = entryOf(
      { resourceType: 'Encounter', subject: patient, diagnosis: [{ condition: { reference: urn('3') } }] },
      urn('2'),
    );
    const condition = entryOf(
      { resourceType: 'Condition', subject: patient, encounter: { reference: urn('2') } },
      urn('3'),
    );
    expect(await problems(bundleOf([patientEntry, encounter, condition]))).toEqual([]);
  });
});

describe('whose chart it is', () => {
  it('is told where there are two patients, and where an entry is about the second', async () => {
    const second = { ...patientEntry, fullUrl: urn('5'), resource: { resourceType: 'Patient', id: 'p2' } };
    const upload = bundleOf([patientEntry, second, about({ subject: { reference: urn('5') } })], 'batch');
    expect(await problems(upload)).toEqual([
      'Bundle.entry[1].resource: several_patients',
      'Bundle.entry[2].resource.subject.reference: several_patients',
    ]);
  });

  const single = (reference: string) => JSON.stringify({ resourceType: 'Flag', subject: { reference } });
  const chartId = '01920000-0000-7000-8000-000000000002';

  it('may be named by its own id, once it was named beside the upload', async () => {
    expect(await problems(single(`Patient/${chartId}`), { chartId })).toEqual([]);
    expect(await problems(single(`Patient/${chartId}`))).toEqual([
      'Resource[0].subject.reference: foreign_patient',
    ]);
  });

  it('is that of the one outside whom all is about, but never another that could be ours', async () => {
    expect(await problems(single('Patient/example'), { chartId })).toEqual([]);
    const other = 'Patient/01920000-0000-7000-8000-000000000003';
    expect(await problems(single(other), { chartId })).toEqual([
      'Resource[0].subject.reference: foreign_patient',
    ]);
    const two = `${single('Patient/example')}\n${single('Patient/another')}`;
    expect(await problems(two, { chartId })).toHaveLength(2);
  });

  it('is never one outside where the upload brings a patient of its own', async () => {
    const upload = bundleOf([patientEntry, about({ subject: { reference: `Patient/${chartId}` } })]);
    expect(await problems(upload, { chartId })).toEqual([`${at('subject.reference')}: foreign_patient`]);
  });
});

it('an address that stands twice is told at the second', async () => {
  const flag = { resourceType: 'Flag', subject: patient };
  const upload = bundleOf([patientEntry, entryOf(flag, urn('2')), entryOf(flag, urn('2'))]);
  expect(await problems(upload)).toEqual(['Bundle.entry[2].resource: duplicate_full_url']);
});

describe('a unit', () => {
  const measured = (loinc: string, code: string) =>
    told({
      code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
      valueQuantity: { value: 5, system: 'http://unitsofmeasure.org', code },
      referenceRange: [{ low: { value: 4, system: 'http://unitsofmeasure.org', code: 'g' } }],
    });

  it.each([
    ['29463-7', 'kg'],
    ['29463-7', '[lb_av]'],
    ['2339-0', 'g/L'],
    ['99999-9', 'kg'],
  ])('of %s may be %s', async (loinc, code) => {
    expect(await measured(loinc, code)).toEqual([]);
  });

  it.each([
    ['29463-7', 'cm', 'unfit_unit'],
    ['2339-0', 'mmol/L', 'unfit_unit'],
    ['2339-0', 'MG/DL', 'unknown_unit'],
    ['2339-0', 'mcg', 'unknown_unit'],
  ])('of %s that is %s is told', async (loinc, code, problem) => {
    expect(await measured(loinc, code)).toEqual([`${at('valueQuantity.code')}: ${problem}`]);
  });

  it('of a component is measured by the code of the component', async () => {
    const component = (code: string) => ({
      component: [
        {
          code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
          valueQuantity: { value: 5, system: 'http://unitsofmeasure.org', code },
        },
      ],
    });
    expect(await told(component('mm[Hg]'))).toEqual([]);
    expect(await told(component('kg'))).toEqual([`${at('component[0].valueQuantity.code')}: unfit_unit`]);
  });
});

describe('circles of a graph', () => {
  it.each([
    ['none in a diamond', { 1: [2, 3], 2: [4], 3: [4], 4: [] }, []],
    ['one of itself', { 1: [1] }, [1]],
    ['one behind a way in', { 1: [2], 2: [3], 3: [2] }, [2, 3]],
  ])('%s', (_, edges, circular) => {
    const graph = new Map(Object.entries(edges).map(([node, to]) => [Number(node), to]));
    expect([...findCircles(graph)].sort()).toEqual(circular);
  });

  it('of a hundred thousand nodes are found without recursion', () => {
    const length = 100_000;
    const graph = new Map(Array.from({ length }, (_, node) => [node, [(node + 1) % length]]));
    expect(findCircles(graph).size).toBe(length);
  });
});
