import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordContent } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { printResource } from '#lib/fhir/json';
import { fromResource, markEnteredInError } from '#lib/fhir/resource';
import { coded, inline, loinc, observation, paper, read, report, section } from './received';
import { amended, made, tree } from './written';

describe('what a resource is', () => {
  it.each([
    [observation('laboratory'), 'lab_result'],
    [observation('vital-signs'), 'vital_sign'],
    [observation('vital-sign'), 'vital_sign'],
    [observation('survey'), 'other'],
    [{ resourceType: 'Observation', code: coded(loinc, '85354-9') }, 'vital_sign'],
    [{ resourceType: 'Observation', code: coded(loinc, '2345-7') }, 'lab_result'],
    [{ resourceType: 'Observation', code: coded(loinc, '72166-2') }, 'other'],
    [report({ category: section('LAB') }), 'lab_report'],
    [report({ category: section('RAD'), result: [{}] }), 'other'],
    [report({ category: [coded(loinc, '34117-2')] }), 'other'],
    [report({ code: coded(loinc, '24336-0'), result: [{ reference: 'urn:uuid:a' }] }), 'lab_report'],
    [report({ code: coded(loinc, '69737-5'), result: [{ reference: 'urn:uuid:a' }] }), 'other'],
    [report({}), 'other'],
    [paper({ type: coded(loinc, '11506-3'), ...inline('text/plain; charset=utf-8') }), 'note'],
    [paper({ type: coded(loinc, '11506-3'), ...inline('application/pdf') }), 'document'],
    [paper({ type: coded(loinc, '86533-7'), ...inline('text/plain') }), 'document'],
    [{ resourceType: 'CarePlan' }, 'other'],
    [{ resourceType: 'constructor' }, 'other'],
  ])('%j', (resource, type) => {
    expect(read(resource).record_type).toBe(type);
  });

  it.each([
    [{ resourceType: 'ImagingStudy', started: '2020-01-02' }, 'Imaging study', '2020-01-02'],
    [{ resourceType: 'Goal', description: { text: 'Walk' }, startDate: '2021' }, 'Walk', '2021'],
    [
      {
        resourceType: 'MedicationStatement',
        medicationCodeableConcept: { text: 'Aspirin' },
        effectivePeriod: { end: '2019' },
      },
      'Aspirin',
      '2019',
    ],
    [
      paper({ content: [{ attachment: { title: 'Scan' } }], date: '2020-01-01T00:00:00Z' }),
      'Scan',
      '2020-01-01T00:00:00Z',
    ],
  ])('is called something and has its time: %j', (resource, title, text) => {
    expect(read(resource)).toMatchObject({ title, occurred: { text } });
  });

  it('shows the parts of a questionnaire, and a value with its unit', () => {
    const component = [
      { code: { text: 'Sleep' }, valueCodeableConcept: { text: 'Poor' } },
      { code: { text: 'Mood' }, dataAbsentReason: { text: 'declined' } },
    ];
    expect(read(observation('survey', { component })).content).toMatchObject({
      components: [
        { text: 'Sleep', value: 'Poor' },
        { text: 'Mood', value: 'declined' },
      ],
    });
    const dose = { valueQuantity: { value: 5, comparator: '<', unit: 'pack-years' } };
    expect(read(observation('social-history', dose)).content).toMatchObject({ value: '<5 pack-years' });
  });

  it('says no error of what has no word for one', () => {
    expect(() => markEnteredInError('{"resourceType":"Provenance"}')).toThrow('no status');
    expect(tree(markEnteredInError('{"resourceType":"Goal","lifecycleStatus":"active"}'))).toMatchObject({
      lifecycleStatus: 'entered-in-error',
    });
  });
});

describe('the examples of HL7', () => {
  const example = (name: string) =>
    readFileSync(new URL(`hl7-examples/${name}-example.json`, import.meta.url), 'utf8');

  it.each(['allergyintolerance', 'documentreference', 'encounter', 'immunization'])(
    '%s survives an amendment that changes nothing, and one that does',
    (name) => {
      const text = example(name);
      const view = fromResource(text, 'UTC');
      const type = view.record_type as 'allergy';
      const content = view.content as ContentByType['allergy'];
      expect(amended(text, type, content)).toBe(text);
      const [before, after] = [tree(text), tree(amended(text, type, { ...content, text: 'Renamed' }))];
      expect(fromResource(JSON.stringify(after), 'UTC').content).toEqual({ ...content, text: 'Renamed' });
      for (const key of [
        'text',
        'identifier',
        'note',
        'participant',
        'content',
        'protocolApplied',
        'reaction',
      ])
        expect(after[key]).toEqual(before[key]);
    },
  );

  it('are read', () => {
    expect(fromResource(example('allergyintolerance'), 'UTC').content).toMatchObject({
      clinical_status: 'active',
      criticality: 'high',
      severity: 'severe',
    });
    expect(fromResource(example('documentreference'), 'UTC')).toMatchObject({
      sensitivity: 'restricted',
      warnings: ['preliminary'],
      stage: 'final',
      content: { media_type: 'application/hl7-v3+xml', size: '3654', file_name: 'Physical' },
    });
  });
});

describe('statements that are no findings', () => {
  it('"no known allergy" is told from an allergy', () => {
    const none = { text: 'No known allergy', code: '716186003', code_system: 'http://snomed.info/sct' };
    expect(fromResource(made('allergy', none), 'UTC').no_known_allergy).toBe(true);
    expect(fromResource(made('allergy', { ...none, code: '91936005' }), 'UTC').no_known_allergy).toBe(false);
  });

  it.each(['immunization', 'procedure'] as const)('%s that was not done says so, and why', (type) => {
    const text = made(type, { text: 'a', not_done: true, status_reason: 'Declined' });
    expect(tree(text).status).toBe('not-done');
    expect(fromResource(text, 'UTC').warnings).toEqual(['not_done']);
    expect(tree(amended(text, type, { text: 'a' })).status).toBe('completed');
  });

  it('an allergy that is amended keeps what was seen besides its severity', () => {
    const seen =
      '{"resourceType":"AllergyIntolerance","code":{"text":"a"},"reaction":[{"manifestation":[{"text":"Rash"}],"onset":"2020"}]}';
    const worse = amended(seen, 'allergy', { text: 'a', reaction: 'Rash', severity: 'severe' });
    expect(tree(worse).reaction).toEqual([
      { manifestation: [{ text: 'Rash' }], onset: '2020', severity: 'severe' },
    ]);
  });
});

describe('a blood pressure', () => {
  const pressure = recordContent.vital_sign.parse({
    text: 'Blood pressure',
    systolic: '120',
    diastolic: '80',
  });

  it('is one Observation with two components', () => {
    const written = tree(made('vital_sign', pressure));
    expect(written.code.coding).toEqual([{ system: loinc, code: '85354-9' }]);
    expect(written.component.map(({ code }: { code: object }) => code)).toMatchObject([
      coded(loinc, '8480-6'),
      coded(loinc, '8462-4'),
    ]);
    expect(written).not.toHaveProperty('dataAbsentReason');
  });

  it('in another unit is not read as one in millimetres of mercury', () => {
    const text = made('vital_sign', pressure).replaceAll('mm[Hg]', 'kPa');
    expect(fromResource(text, 'UTC').content).toEqual({
      text: 'Blood pressure',
      code: '85354-9',
      code_system: loinc,
      components: [
        { text: 'Systolic blood pressure', value: '120 kPa' },
        { text: 'Diastolic blood pressure', value: '80 kPa' },
      ],
    });
  });

  it('that is corrected keeps its other components', () => {
    const third = { code: { text: 'Mean' }, valueQuantity: { value: 93 } };
    const text = made('vital_sign', pressure);
    const more = printResource({ ...tree(text), component: [third, ...tree(text).component] });
    const changed = tree(amended(more, 'vital_sign', { ...pressure, systolic: '130' }));
    expect(changed.component).toHaveLength(3);
    expect(changed.component[0]).toEqual(third);
    expect(changed.component[1].valueQuantity.value).toBe(130);
    expect(changed.status).toBe('corrected');
  });

  it.each([
    { text: 'a' },
    { text: 'a', value: '1', systolic: '120' },
    { text: 'a', systolic: '120', absent_reason: 'unknown' },
    { text: 'a', systolic: '120', unit: 'kPa' },
    { text: 'a', absent_reason: 'unknown', comparator: '<' },
  ])('or another value or the reason for none, and one of them: %j', (content) => {
    expect(recordContent.vital_sign.safeParse(content).success).toBe(false);
  });
});

describe('a note', () => {
  it('in another character set is read, and what is no text is not guessed at', () => {
    const held = (contentType: string, bytes: Buffer) =>
      read(
        paper({
          type: coded(loinc, '11506-3'),
          content: [{ attachment: { contentType, data: bytes.toString('base64') } }],
        }),
      );
    expect(held('text/plain; charset=iso-8859-1', Buffer.from([0xe4])).content).toMatchObject({ body: 'ä' });
    for (const charset of ['utf-8', 'klingon'])
      expect(held(`text/plain; charset=${charset}`, Buffer.from([0xe4]))).toMatchObject({
        content: {},
        warnings: ['text_not_shown'],
      });
  });

  it('that is amended carries no hash of the old text', () => {
    const text = made('note', { text: 'Progress note', body: 'a' }).replace('"data"', '"hash":"x","data"');
    const { attachment } = tree(amended(text, 'note', { text: 'Progress note', body: 'b' })).content[0];
    expect(attachment).toEqual({ contentType: 'text/plain; charset=utf-8', data: 'Yg==' });
  });

  it('adds to another, and names the encounter', () => {
    const note = made('note', { text: 'a', body: 'a', relates_to: 'n1' }, { encounter_id: 'e1' });
    expect(tree(note)).toMatchObject({
      relatesTo: [{ code: 'appends', target: { reference: 'DocumentReference/n1' } }],
      context: { encounter: [{ reference: 'Encounter/e1' }] },
    });
    expect(fromResource(note, 'UTC').encounter_id).toBe('e1');
    expect(fromResource(made('procedure', { text: 'a' }, { encounter_id: 'e2' }), 'UTC').encounter_id).toBe(
      'e2',
    );
  });
});
