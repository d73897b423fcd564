import fc from 'fast-check';
import { stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { fromResource } from '#lib/fhir/resource';

const resourceTypes = [
  ...['Condition', 'MedicationRequest', 'Observation', 'DiagnosticReport', 'AllergyIntolerance', 'Procedure'],
  ...['Immunization', 'Encounter', 'DocumentReference', 'Claim', 'Goal'],
];

describe('reading', () => {
  const observed = (fields: string) =>
    fromResource(
      `{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"text":"a"},${fields}}`,
      'UTC',
    );

  it.each([
    ['"valueBoolean":false', 'false'],
    ['"valueInteger":0', '0'],
    ['"valueRatio":{"numerator":{"value":1},"denominator":{"value":128}}', '1:128'],
    ['"valueRange":{"low":{"value":1.0,"unit":"g"},"high":{"value":2,"unit":"g"}}', '1.0 g–2 g'],
    ['"valueCodeableConcept":{"coding":[{"display":"Cloudy urine (finding)"}]}', 'Cloudy urine (finding)'],
    ['"valueTime":"10:00:00"', '10:00:00'],
  ])('a value of any type: %s', (field, value) => {
    expect(observed(field).content).toEqual({ text: 'a', value });
  });

  it('why there is no value, in the place of one', () => {
    const absent = observed('"dataAbsentReason":{"coding":[{"code":"error"}]}');
    expect(absent.content).toEqual({ text: 'a', absent_reason: 'error' });
  });

  it('says what is flagged and by whom, and applies no range that is bound to an age', () => {
    expect(observed('"dataAbsentReason":{"coding":[{"code":"error"}]}').flag).toBeNull();
    const ranged =
      '"valueQuantity":{"value":6,"unit":"u"},"referenceRange":[{"high":{"value":5,"unit":"u"}}]';
    expect(observed(ranged).flag).toEqual({ key: 'high', source: 'computed', critical: false });
    const aged = ranged.replace('[{"high"', '[{"age":{"high":{"value":12}},"high"');
    expect(observed(aged).flag).toBeNull();
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
        fc.constantFrom(...resourceTypes),
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
            'reaction',
            'component',
            'content',
            'type',
            'meta',
            'period',
            'relatesTo',
            'protocolApplied',
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
