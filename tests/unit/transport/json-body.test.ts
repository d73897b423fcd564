import fc from 'fast-check';
import { isLosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { OperationError } from '#lib/errors/operation-error';
import { parseJsonBody } from '#lib/transport/json-body';

const parse = (text: string, lossless = false) => parseJsonBody(Buffer.from(text), lossless);

function refusal(bytes: Uint8Array): string | undefined {
  try {
    parseJsonBody(bytes, true);
  } catch (error) {
    return error instanceof OperationError ? (error.facts.errors?.[0]?.code ?? error.code) : String(error);
  }
}

describe('what is refused as malformed', () => {
  it.each([
    ['no JSON', '{"a":', 'malformed_request'],
    ['a trailing comma', '{"a":1,}', 'malformed_request'],
    ['two values', '{} {}', 'malformed_request'],
    ['the same key twice', '{"a":1,"b":2,"a":1}', 'duplicate_key'],
    ['the same key twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate_key'],
    ['the same key twice, far from its colon', `{"a":1,"a"${' '.repeat(100)}:2}`, 'duplicate_key'],
    ['the same key twice further in', '[{"a":{"b":1,"b" : 2}}]', 'duplicate_key'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'too_deep'],
    ['a million levels', '['.repeat(1_000_000), 'too_deep'],
    [
      'too many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`k${n}`, 1]))),
      'too_many_keys',
    ],
    ['ten megabytes of numbers', `[${'1,'.repeat(4_999_999)}1]`, 'too_many_values'],
  ])('%s', (_name, text, code) => {
    expect(refusal(Buffer.from(text))).toBe(code);
  });

  it('bytes that are no UTF-8', () => {
    expect(refusal(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toBe('malformed_request');
  });
});

describe('what passes', () => {
  it('32 levels, and the same key in two objects', () => {
    expect(() => parse(`${'['.repeat(32)}${']'.repeat(32)}`)).not.toThrow();
    expect(parse('[{"a":1},{"a":"\\"a\\":"}]')).toEqual([{ a: 1 }, { a: '"a":' }]);
  });

  it('any JSON, as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('a number as its literal, where that is asked', () => {
    const { value } = parse('{"value":1.50}', true) as { value: unknown };
    expect(isLosslessNumber(value) && value.toString()).toBe('1.50');
  });

  it.each([false, true])('__proto__ as a field like any other (lossless: %s)', (lossless) => {
    const parsed = parse('{"__proto__":{"admin":true}}', lossless) as Record<string, unknown>;
    expect([parsed.admin, Object.keys(parsed), Object.getPrototypeOf(parsed)]).toEqual([
      undefined,
      ['__proto__'],
      Object.prototype,
    ]);
  });
});
