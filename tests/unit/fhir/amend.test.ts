import { parse, stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import type { ContentByType } from '#lib/fhir/content-view';
import { brokenInvariants } from '#lib/fhir/invariants';
import { fromResource, markEnteredInError } from '#lib/fhir/resource';
import { amended, made, tree, writableTypes } from './written';

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
      '{"resourceType":"Observation","status":"final","code":{"text":"a"},"dataAbsentReason":{"coding":[{"code":"masked"}]},"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}]}';
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
  it.each(writableTypes)('%s says so of itself, once, and is amended no more', (type) => {
    const text = markEnteredInError(
      made(type, { text: 'a', value: '1', body: 'a' } as ContentByType[typeof type]),
    );
    expect(fromResource(text, 'UTC')).toMatchObject({ entered_in_error: true, status: 'entered-in-error' });
    expect(() => markEnteredInError(text)).toThrow('already');
    expect(() => amended(text, type, { text: 'b' } as ContentByType[typeof type])).toThrow(
      'entered in error',
    );
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
