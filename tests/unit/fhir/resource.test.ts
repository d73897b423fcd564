import fc from 'fast-check';
import { parse, stringify } from 'lossless-json';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { recordContent, type WritableRecordType } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { brokenInvariants } from '#lib/fhir/invariants';
import { amendResource, fromResource, markEnteredInError, toResource } from '#lib/fhir/resource';
import { anyContent } from './any-content';

const recorded_at = Temporal.Instant.from('2026-11-25T09:30:00.123456Z');
const context = { id: 'r1', patient_id: 'p1', practitioner_id: 'd1', recorded_at };
const types: WritableRecordType[] = ['diagnosis', 'prescription', 'lab_result'];

function made<Type extends WritableRecordType>(type: Type, content: ContentByType[Type], more = {}) {
  return toResource(type, content, { ...context, ...more });
}
const tree = (text: string) => JSON.parse(text);
const amended = <Type extends WritableRecordType>(text: string, type: Type, content: ContentByType[Type]) =>
  amendResource(text, type, content, { recorded_at });

describe('content and resource', () => {
  it.each(types)('say the same in %s, both ways', (type) => {
    fc.assert(
      fc.property(anyContent[type], (written) => {
        const content = recordContent[type].parse(written) as ContentByType[typeof type];
        const text = made(type, content);
        const view = fromResource(text, 'Europe/London');
        expect(view).toMatchObject({ record_type: type, title: content.text, entered_in_error: false });
        expect(view.content).toEqual(content);
        expect(amended(text, type, content)).toBe(text);
        expect(brokenInvariants(text)).toEqual([]);
      }),
    );
  });

  it.each(types)('an amendment of %s says what was meant and breaks no rule', (type) => {
    fc.assert(
      fc.property(anyContent[type], anyContent[type], (before, after) => {
        const [first, second] = [before, after].map((one) => recordContent[type].parse(one)) as [
          ContentByType[typeof type],
          ContentByType[typeof type],
        ];
        const text = amended(made(type, first), type, second);
        expect(fromResource(text, 'UTC').content).toEqual(second);
        expect(brokenInvariants(text)).toEqual([]);
      }),
    );
  });

  it('writes the number that was given', () => {
    const text = made('lab_result', {
      text: 'HbA1c',
      value: '1.50',
      unit: '%',
      reference_range: { low: '4.0' },
    });
    expect(text).toContain(
      '"valueQuantity":{"value":1.50,"unit":"%","system":"http://unitsofmeasure.org","code":"%"}',
    );
    expect(text).toContain('"low":{"value":4.0,');
  });

  it('claims no UCUM code for a unit that is none', () => {
    expect(tree(made('lab_result', { text: 'a', value: '5', unit: 'mcg' })).valueQuantity).toEqual({
      value: 5,
      unit: 'mcg',
    });
  });

  it('keeps when it occurred as it was told, or else when it was recorded', () => {
    const at = (more: object) =>
      fromResource(made('diagnosis', { text: 'a' }, more), 'Europe/London').occurred;
    expect(at({ occurred_at: '2019-03' })).toMatchObject({ text: '2019-03', precision: 'month' });
    expect(at({})?.start.toString()).toBe('2026-11-25T09:30:00.123456Z');
  });

  it('refers to people by type and id', () => {
    const view = tree(made('prescription', { text: 'a', dosage: 'one a day' }));
    expect(view).toMatchObject({
      id: 'r1',
      subject: { reference: 'Patient/p1' },
      requester: { reference: 'Practitioner/d1' },
      status: 'active',
      intent: 'order',
    });
    expect(tree(made('prescription', { text: 'a' }, { practitioner_id: null }))).not.toHaveProperty(
      'requester',
    );
  });

  it('begins with no status that only time can bring', () => {
    expect(() => made('lab_result', { text: 'a', value: '1' }, { status: 'corrected' })).toThrow('corrected');
    expect(tree(made('lab_result', { text: 'a', value: '1' }, { status: 'preliminary' })).status).toBe(
      'preliminary',
    );
  });
});

describe('amending', () => {
  const received = stringify(
    parse(`{"resourceType":"Observation","id":"x","extension":[{"url":"http://e","valueDecimal":1.00}],"status":"final",
    "code":{"coding":[{"system":"http://loinc.org","code":"2345-7","display":"Glucose"},{"system":"http://local","code":"GLU"}]},
    "effectivePeriod":{"start":"2020-01"},"valueQuantity":{"value":97.0,"unit":"mg/dl","system":"http://unitsofmeasure.org","code":"mg/dL","extension":[{"url":"http://q","valueCode":"a"}]},
    "referenceRange":[{"type":{"coding":[{"code":"treatment"}]},"high":{"value":120}},{"low":{"value":70,"unit":"mg/dL","system":"http://unitsofmeasure.org","code":"mg/dL"},"text":"fasting"}],
    "unknownField":{"deep":[1.10,null]}}`),
  ) as string;
  const content = {
    text: 'Glucose',
    code: '2345-7',
    code_system: 'http://loinc.org',
    value: '97.0',
    unit: 'mg/dL',
    reference_range: { low: '70', text: 'fasting' },
  };

  it('reads the range for everyone and the unit by its code', () => {
    expect(fromResource(received, 'UTC').content).toEqual(content);
  });

  it('changes what changed and keeps the rest to the last digit', () => {
    const text = amended(received, 'lab_result', { ...content, value: '98.50' });
    expect(text).toBe(
      received
        .replace('"value":97.0', '"value":98.50')
        .replace('"status":"final"', '"status":"corrected"')
        .replace(/}$/, ',"issued":"2026-11-25T09:30:00.123456Z"}'),
    );
  });

  it('a comment amends, a value corrects, and preliminary stays so', () => {
    const status = (text: string, change: object) =>
      tree(amended(text, 'lab_result', { ...content, ...change })).status;
    expect(status(received, { comment: 'fasting' })).toBe('amended');
    expect(status(received, { unit: 'mmol/L' })).toBe('corrected');
    expect(status(received.replace('"final"', '"preliminary"'), { value: '1' })).toBe('preliminary');
    expect(status(received.replace('"final"', '"corrected"'), { comment: 'again' })).toBe('corrected');
  });

  it('gives the range of the value its new unit and leaves the other range alone', () => {
    const ranges = tree(
      amended(received, 'lab_result', { ...content, value: '5.4', unit: 'mmol/L' }),
    ).referenceRange;
    expect(ranges[1].low).toEqual({
      value: 70,
      unit: 'mmol/L',
      system: 'http://unitsofmeasure.org',
      code: 'mmol/L',
    });
    expect(ranges[0]).toEqual({ type: { coding: [{ code: 'treatment' }] }, high: { value: 120 } });
  });

  it('extensions of words go with the words', () => {
    const worded =
      '{"resourceType":"Condition","code":{"text":"a","_text":{"id":"t"}},"onsetDateTime":"2020","_onsetDateTime":{"id":"o"}}';
    const text = amended(worded, 'diagnosis', { text: 'b', onset: '2020' });
    expect(text).not.toContain('_text');
    expect(text).toContain('_onsetDateTime');
    expect(amended(worded, 'diagnosis', { text: 'a', onset: '2021' })).not.toContain('_onsetDateTime');
  });

  it('takes the codings of another system away with the code', () => {
    const { coding } = tree(amended(received, 'lab_result', { ...content, code: '2339-0' })).code;
    expect(coding).toEqual([{ system: 'http://loinc.org', code: '2339-0' }]);
  });

  it('other words for a dose leave no structured dose that contradicts them', () => {
    const dosed =
      '{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"text":"a"},"dosageInstruction":[{"text":"one a day","timing":{"repeat":{"frequency":1,"boundsPeriod":{"start":"2026-01-01"}}}}]}';
    const text = amended(dosed, 'prescription', { text: 'a', dosage: 'two a day', starts: '2026-01-01' });
    expect(tree(text).dosageInstruction).toEqual([
      { text: 'two a day', timing: { repeat: { boundsPeriod: { start: '2026-01-01' } } } },
    ]);
  });

  it('con-4: what is active again has no abatement', () => {
    const resolved =
      '{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}]},"code":{"text":"a"},"abatementDateTime":"2020","_abatementDateTime":{"id":"z"}}';
    expect(brokenInvariants(resolved.replace('resolved', 'active'))).toEqual(['con-4']);
    const text = amended(resolved, 'diagnosis', { text: 'a', clinical_status: 'active' });
    expect(text).not.toContain('abatement');
    expect(amended(resolved, 'diagnosis', { text: 'b', clinical_status: 'resolved' })).toContain(
      '"abatementDateTime":"2020"',
    );
  });

  it('obs-6: a value takes the reason for its absence away, and comes back for it', () => {
    const absent =
      '{"resourceType":"Observation","status":"final","code":{"text":"a"},"dataAbsentReason":{"coding":[{"code":"masked"}]}}';
    expect(brokenInvariants(absent.replace('}]}', '}]},"valueString":"x"'))).toEqual(['obs-6']);
    const valued = amended(absent, 'lab_result', { text: 'a', value: '1' });
    expect(valued).not.toContain('dataAbsentReason');
    expect(tree(amended(valued, 'lab_result', { text: 'a' }))).toMatchObject({
      dataAbsentReason: { coding: [{ code: 'unknown' }] },
    });
  });

  it('refuses a modifier that nobody here understands, and another type', () => {
    const modified = received.replace('"id":"x"', '"modifierExtension":[{"url":"http://m"}]');
    expect(fromResource(modified, 'UTC').warnings).toContain('unknown_modifier');
    expect(() => amended(modified, 'lab_result', content)).toThrow('modifier');
    expect(() => amended(received, 'diagnosis', content)).toThrow('another type');
  });
});

describe('entered in error', () => {
  it.each(types)('%s says so of itself, once, and is amended no more', (type) => {
    const text = markEnteredInError(made(type, { text: 'a', value: '1' } as ContentByType[typeof type]));
    expect(fromResource(text, 'UTC')).toMatchObject({ entered_in_error: true, status: 'entered-in-error' });
    expect(() => markEnteredInError(text)).toThrow('already');
    expect(() => amended(text, type, { text: 'b' })).toThrow('entered in error');
  });

  it('con-5: a Condition then has no clinical status, and so no abatement', () => {
    const resolved =
      '{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}]},"code":{"text":"a"},"abatementString":"spring"}';
    const text = markEnteredInError(resolved);
    expect(brokenInvariants(text)).toEqual([]);
    expect(tree(text)).not.toHaveProperty('clinicalStatus');
    const both =
      '{"resourceType":"Condition","clinicalStatus":{},"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"entered-in-error"}]}}';
    expect(brokenInvariants(both)).toEqual(['con-5']);
  });
});

describe('reading', () => {
  const observed = (fields: string) =>
    fromResource(`{"resourceType":"Observation","status":"final","code":{"text":"a"},${fields}}`, 'UTC');

  it.each([
    ['"valueBoolean":false', 'false'],
    ['"valueInteger":0', '0'],
    ['"valueRatio":{"numerator":{"value":1},"denominator":{"value":128}}', '1:128'],
    ['"valueRange":{"low":{"value":1.0,"unit":"g"},"high":{"value":2,"unit":"g"}}', '1.0 g–2 g'],
    ['"valueCodeableConcept":{"coding":[{"display":"Cloudy urine (finding)"}]}', 'Cloudy urine (finding)'],
    ['"valueTime":"10:00:00"', '10:00:00'],
    ['"dataAbsentReason":{"coding":[{"code":"error"}]}', undefined],
  ])('a value of any type: %s', (field, value) => {
    expect(observed(field).content).toEqual(value === undefined ? { text: 'a' } : { text: 'a', value });
  });

  it('says what is missing, what is flagged and by whom', () => {
    expect(observed('"dataAbsentReason":{"coding":[{"code":"error"}]}').subtitle).toEqual([
      { kind: 'absent', reason: 'error' },
    ]);
    const ranged =
      '"valueQuantity":{"value":6,"unit":"u"},"referenceRange":[{"high":{"value":5,"unit":"u"}}]';
    expect(observed(ranged).subtitle).toContainEqual({
      kind: 'flag',
      key: 'high',
      source: 'computed',
      critical: false,
    });
    const aged = ranged.replace('[{"high"', '[{"age":{"high":{"value":12}},"high"');
    expect(observed(aged).subtitle.map(({ kind }) => kind)).not.toContain('flag');
  });

  it('names a contained medicine, and warns of what must not be taken', () => {
    const view = fromResource(
      '{"resourceType":"MedicationRequest","status":"active","intent":"plan","doNotPerform":true,"contained":[{"resourceType":"Medication","id":"m","code":{"text":"Aspirin"}}],"medicationReference":{"reference":"#m"}}',
      'UTC',
    );
    expect(view).toMatchObject({ title: 'Aspirin', warnings: ['do_not_take', 'not_an_order'] });
  });

  it('shows a SNOMED name without its tag, and tells a circumstance from a problem', () => {
    const condition = (system: string) =>
      fromResource(
        `{"resourceType":"Condition","code":{"coding":[{"system":"${system}","code":"73438004"}],"text":"Unemployed (finding)"}}`,
        'UTC',
      );
    expect(condition('http://snomed.info/sct')).toMatchObject({
      title: 'Unemployed',
      circumstance: true,
      content: { text: 'Unemployed (finding)' },
    });
    expect(condition('http://local')).toMatchObject({ title: 'Unemployed (finding)', circumstance: false });
  });

  it('survives any shape, and refuses what is no record, without repeating it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Condition', 'MedicationRequest', 'Observation', 'DiagnosticReport'),
        fc.object({
          key: fc.constantFrom(
            'code',
            'coding',
            'status',
            'valueQuantity',
            'result',
            'dosageInstruction',
            'referenceRange',
            'category',
            'text',
            'value',
            'low',
            'note',
            'timing',
            'interpretation',
            'medicationReference',
          ),
        }),
        (resourceType, shape) => {
          const text = stringify({ ...shape, resourceType }) ?? '';
          expect(fromResource(text, 'UTC').resource_type).toBe(resourceType);
        },
      ),
    );
    expect(() => fromResource('{"secret": oops}', 'UTC')).toThrow(/^not JSON$/);
    expect(() => fromResource('{"resourceType":"Patient"}', 'UTC')).toThrow('no record type');
  });
});
