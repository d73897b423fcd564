import { parse, stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { recordContent, type WritableRecordType } from '#lib/fhir/content';
import { wireContent } from '#lib/fhir/wire-content';

function read(type: WritableRecordType, json: string) {
  return recordContent[type].safeParse(parse(json));
}

function problems(type: WritableRecordType, json: string): string[] {
  const result = read(type, json);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('content of a record', () => {
  it('keeps the digits of a JSON number, of a string, and over the wire', () => {
    const sent = '{"text":"HbA1c","value":1.50,"unit":"%","reference_range":{"low":4.0,"high":"5.60"}}';
    const { data } = read('lab_result', sent);
    expect(data).toMatchObject({ value: '1.50', reference_range: { low: '4.0', high: '5.60' } });
    expect(stringify(wireContent(data ?? {}))).toBe(sent.replace('"5.60"', '5.60'));
  });

  it('takes a number that an ordinary parser made', () => {
    expect(recordContent.lab_result.parse({ text: 'a', value: 7.2 }).value).toBe('7.2');
    expect(recordContent.prescription.parse({ text: 'a', quantity: 30, refills: 2 })).toMatchObject({
      quantity: '30',
      refills: '2',
    });
  });

  it('stores free text as it was typed', () => {
    for (const value of ['<5 mmol/L', 'BP <120>', "O'Brien", ' padded\n', '<b>x</b>', 'e\u0301']) {
      expect(recordContent.lab_result.parse({ text: value, value, comment: value })).toEqual({
        text: value,
        value,
        comment: value,
      });
    }
  });

  it('reads <5 in the field of the value as a comparator and a number', () => {
    expect(recordContent.lab_result.parse({ text: 'a', value: '<5', unit: 'mmol/L' })).toMatchObject({
      value: '5',
      comparator: '<',
    });
    expect(recordContent.lab_result.parse({ text: 'a', value: '>= 200.0' })).toMatchObject({
      value: '200.0',
      comparator: '>=',
    });
  });

  it.each([
    ['lab_result', '{"text":"a","value":"many","unit":"mmol/L"}', 'value: not_a_decimal'],
    ['lab_result', '{"text":"a","value":"many","comparator":"<"}', 'value: not_a_decimal'],
    ['lab_result', '{"text":"a","value":"< 5 mmol/L","unit":"mmol/L"}', 'value: not_a_decimal'],
    ['lab_result', `{"text":"a","value":1.${'3'.repeat(31)}}`, 'value: not_a_decimal'],
    ['lab_result', '{"text":"a","value":1e400}', 'value: not_a_decimal'],
    ['lab_result', '{"text":"a","value":1e-400}', 'value: not_a_decimal'],
    ['lab_result', '{"text":"a","value":"1e9999"}', 'value: not_a_decimal'],
    ['lab_result', '{"text":"a","value":0e5}', undefined],
    [
      'lab_result',
      '{"text":"a","value":1,"reference_range":{"high":1e400}}',
      'reference_range.high: not_a_decimal',
    ],
    ['lab_result', '{"text":"a","value":1,"reference_range":{"low":5.10,"high":5.1}}', undefined],
    [
      'lab_result',
      '{"text":"a","value":1,"reference_range":{"low":5.11,"high":5.1}}',
      'reference_range.low: low_above_high',
    ],
    ['lab_result', '{"text":"a","value":1,"reference_range":{}}', 'reference_range: required'],
    ['lab_result', '{"text":"a","value":" "}', 'value: required'],
    ['lab_result', '{"text":"a"}', 'value: required'],
    ['lab_result', '{"text":"a","value":[1]}', 'value: invalid_type'],
    ['lab_result', '{"text":"a","value":1,"code_system":"http://loinc.org"}', 'code: required'],
    ['diagnosis', '{"text":"\\u0000"}', 'text: unstorable_characters'],
    ['diagnosis', '{"text":"\\ud800"}', 'text: unstorable_characters'],
    ['diagnosis', '{"text":"a","onset":"2019-02-30"}', 'onset: invalid_date'],
    ['diagnosis', '{"text":"a","onset":"2019-02"}', undefined],
    ['prescription', '{"text":"a","starts":"2026-02-01","ends":"2026-01-31"}', 'ends: ends_before_start'],
    ['prescription', '{"text":"a","starts":"2026-02-01","ends":"2026-02-01"}', undefined],
    ['prescription', '{"text":"a","quantity":"30 tablets"}', undefined],
  ] as const)('%s %s: %s', (type, json, problem) => {
    expect(problems(type, json)).toEqual(problem === undefined ? [] : [problem]);
  });

  it.each(['.5', '5.', '05', '+5', '-.5', '5,4', '1,234.5', '1 000', '< .5', '≤5', ' 5', '\u22125'])(
    'refuses %j, which is meant as a number and is none',
    (value) => {
      expect(problems('lab_result', JSON.stringify({ text: 'a', value }))).toEqual(['value: not_a_decimal']);
    },
  );

  it.each([
    '1:128',
    '2+',
    '120/80',
    '3-5',
    '5 mmol/L',
    '2026-03-01',
    '01.03.2026',
    '10:00',
    '4, 6',
    '.',
    '<',
    'E5',
  ])('keeps %j as words', (value) => {
    expect(recordContent.lab_result.parse({ text: 'a', value })).toEqual({ text: 'a', value });
  });

  it('refuses what is no part of the content, and what has another shape', () => {
    for (const extra of ['"zz":1', '"comparator":"ad"', '"interpretation":"H>X"', '"unit":" "']) {
      expect(read('lab_result', `{"text":"a","value":1,${extra}}`).success).toBe(false);
    }
    for (const wrong of [
      '"quantity":-1',
      '"refills":100',
      '"refills":1.5',
      '"quantity":"tablets"',
      '"dosage":""',
    ]) {
      expect(read('prescription', `{"text":"a",${wrong}}`).success).toBe(false);
    }
    expect(read('diagnosis', '{"text":"a","clinical_status":"dead"}').success).toBe(false);
    expect(read('diagnosis', '{}').success).toBe(false);
  });
});
