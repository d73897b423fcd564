import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordContent } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { brokenInvariants } from '#lib/fhir/invariants';
import { fromResource } from '#lib/fhir/resource';
import { anyContent } from './any-content';
import { amended, made, tree, writableTypes } from './written';

describe('content and resource', () => {
  it.each(writableTypes)('say the same in %s, both ways', (type) => {
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

  it.each(writableTypes)('an amendment of %s says what was meant and breaks no rule', (type) => {
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
    expect(tree(made('lab_result', { text: 'a', value: '5', unit: 'puffs' })).valueQuantity).toEqual({
      value: 5,
      unit: 'puffs',
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
