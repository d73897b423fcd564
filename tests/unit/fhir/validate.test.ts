import { describe, expect, it } from 'vitest';
import { demoPatients } from '#db/seed/clinic';
import { readDemoChart } from '#db/seed/read-bundles';
import { resourceValidator } from '#lib/fhir/validate';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';

const validate = resourceValidator(readFhirDefinitions);
const issuesOf = (resource: object) => validate(JSON.stringify(resource));

const encounter = {
  resourceType: 'Encounter',
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
};
const condition = { resourceType: 'Condition', subject: { reference: 'Patient/p1' } };
const document = (data: string) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  content: [{ attachment: { contentType: 'application/pdf', data } }],
});

describe('validation against R4', () => {
  it.each([
    [
      'a code outside of its required set',
      { ...encounter, status: 'banana' },
      'Encounter.status',
      'code-invalid',
    ],
    [
      'a concept outside of its required set',
      { ...condition, clinicalStatus: { coding: [{ system: 'http://local', code: 'active' }] } },
      'Condition.clinicalStatus',
      'code-invalid',
    ],
    [
      'a day that no calendar has',
      { ...condition, recordedDate: '2026-02-30' },
      'Condition.recordedDate',
      'value',
    ],
    [
      'a time without its zone',
      { ...condition, onsetDateTime: '2026-02-03T10:00:00' },
      'Condition.onsetDateTime',
      'value',
    ],
    ['an id that no address can hold', { ...encounter, id: 'a b' }, 'Encounter.id', 'value'],
    ['an empty list', { ...encounter, participant: [] }, 'Encounter.participant', 'structure'],
    [
      'an id of what is contained',
      { ...encounter, contained: [{ resourceType: 'Location', id: 'ä' }] },
      'Encounter.contained[0].id',
      'value',
    ],
    ['base64 that is none', document('a*b='), 'DocumentReference.content[0].attachment.data', 'value'],
    ['what is required', { resourceType: 'Encounter', status: 'finished' }, 'Encounter.class', 'structure'],
    [
      'an invariant',
      { resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/p1' } },
      'AllergyIntolerance',
      'invariant',
    ],
    ['another type', { resourceType: 'HumanName' }, 'resourceType', 'value'],
  ])('refuses %s and says where', (_, resource, path, code) => {
    const issues = issuesOf(resource);
    expect(issues.map((issue) => issue.path)).toContain(path);
    expect(issues.find((issue) => issue.path === path)).toMatchObject({ code });
  });

  it('lets what is right pass, and files of any size', () => {
    expect(issuesOf({ ...encounter, id: 'a.B-1', period: { start: '2026-02' } })).toEqual([]);
    expect(issuesOf({ ...condition, recordedDate: '2026-02-28T10:00:00.123456789Z' })).toEqual([]);
    expect(issuesOf(document('AAAA'.repeat(500_000)))).toEqual([]);
    expect(issuesOf(document(`${'AAAA'.repeat(30)}\r\nAAA=`))).toEqual([]);
  });

  it('never repeats what stands in the resource', () => {
    const hostile = {
      ...encounter,
      status: 'Gout-in-Ann',
      'Ann has gout': 1,
      id: 'Ann has gout',
      subject: { reference: 5, goutOfAnn: [] },
      period: { start: 'gout-of-Ann' },
    };
    const told = JSON.stringify(issuesOf(hostile).map(({ code, message }) => ({ code, message })));
    expect(told).not.toMatch(/gout|Ann/i);
    expect(JSON.stringify(issuesOf(hostile))).not.toContain('Ann has gout');
    expect(issuesOf(hostile).length).toBeGreaterThan(4);
  });

  it.each(['', 'null', '[]', '"a"', '{"resourceType":', '{}', '{"resourceType":"__proto__"}'])(
    'refuses %j without failing',
    (text) => expect(validate(text)).toHaveLength(1),
  );

  it('goes no deeper than resources do', () => {
    const nested = `${'{"url":"u","extension":['.repeat(500)}{"url":"v"}${']}'.repeat(500)}`;
    expect(validate(`{"resourceType":"Patient","extension":[${nested}]}`)).toEqual([
      { path: '', code: 'too-long', message: 'Nested too deeply' },
    ]);
  });

  it('finds nothing wrong with what Synthea writes', async () => {
    for (const demo of demoPatients) {
      const { resources } = await readDemoChart(demo);
      const every = Math.ceil(resources.length / 40);
      for (const [index, { text }] of resources.entries())
        if (index % every === 0) expect(validate(text)).toEqual([]);
    }
  });
});
