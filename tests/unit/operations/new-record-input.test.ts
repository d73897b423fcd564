import { expect, it } from 'vitest';
import { fieldErrors } from '#lib/operations/kernel/field-errors';
import { createRecord } from '#lib/operations/records/create';

const common = [
  ['patient_id', 'required'],
  ['record_type', 'required'],
  ['content', 'required'],
];
const bad = [
  ['patient_id', 'invalid_format'],
  ['record_type', 'required'],
  ['occurred_at', 'invalid_date'],
  ['extra', 'unknown_field'],
];

it.each([
  ['nothing', {}, common],
  ['no type', { patient_id: 'zz', content: { value: 1 }, occurred_at: 'x', extra: 1 }, bad],
  [
    'another type',
    { record_type: 'horoscope', content: [] },
    [common[0], ['record_type', 'invalid_value'], ['content', 'invalid_type']],
  ],
  ['no object', [], [['', 'invalid_type']]],
])('a record of no type that there is, is refused for every field at once: %s', (_name, input, expected) => {
  const { error } = createRecord.declaration.input.safeParse(input);
  const errors = fieldErrors(error?.issues ?? []);
  expect(errors.map(({ path, code }) => [path, code])).toEqual(expected);
});

const typed = { patient_id: '01920000-0000-7000-8000-000000000002', record_type: 'lab_result' };

it.each([
  ['no content', {}, [['content', 'required']]],
  [
    'an empty content',
    { content: {} },
    [
      ['content.text', 'required'],
      ['content.value', 'required'],
    ],
  ],
  ['a value that is none', { content: { text: 'Glucose', value: {} } }, [['content.value', 'invalid_type']]],
  [
    'a blank text and a foreign field',
    { content: { text: ' ', value: '1' }, extra: 1 },
    [
      ['content.text', 'required'],
      ['extra', 'unknown_field'],
    ],
  ],
])('a result is refused for every field of its content at once: %s', (_name, given, expected) => {
  const { error } = createRecord.declaration.input.safeParse({ ...typed, ...given });
  expect(fieldErrors(error?.issues ?? []).map(({ path, code }) => [path, code])).toEqual(expected);
});
