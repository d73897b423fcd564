import { isLosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { parseResource, parseStored } from '#lib/fhir/json';

describe('a stored resource', () => {
  it.each([
    [
      'without a number',
      '{"resourceType":"Condition","onset":"2019-03-01T10:51:25Z","note":[{"text":"7, 8"}]}',
    ],
    ['with one as a member', '{"a":{"value":1.50}}'],
    ['with one after a space', '{"a": -0.10}'],
    ['with one in a list', '{"a":[ 1e2 ,2.0]}'],
    ['whose strings look like members', String.raw`{"a":"\"b\":5, [6","c":null,"d":true}`],
  ])('%s is the same tree as the strict parser gives', (_, text) => {
    expect(parseStored(text)).toEqual(parseResource(text));
  });

  it('keeps the digits of its numbers', () => {
    const { value } = parseStored('{"value":1.50}');
    expect(isLosslessNumber(value) && value.toString()).toBe('1.50');
  });

  it.each(['{"secret": oops}', '[]', '"text"'])('%s is refused without being quoted', (text) => {
    expect(() => parseStored(text)).toThrow(/^not (JSON|a JSON object)$/);
  });
});
