import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { readEntry } from '#lib/fhir/bundle/bundle-entry';
import { compact } from '#lib/fhir/bundle/compact';
import { bundleOf, entryOf, problems, scan } from './reading';

/** A batch of one entry, written by hand. */
const batch = (entry: string) => `{"resourceType":"Bundle","type":"batch","entry":[${entry}]}`;
const flag = (members: string) => batch(`{"resource":{"resourceType":"Flag",${members}}}`);
const place = 'Bundle.entry[0]';

async function only(upload: string | Uint8Array) {
  const { entries } = await scan(upload, 1000);
  const [first] = entries;
  if (!first) throw new Error('no entry');
  return readEntry(first);
}

describe('an entry', () => {
  it('keeps the text of its resource but for the white space between elements', async () => {
    const resource = String.raw`{ "resourceType" : "Flag",
      "value" : 1.50, "e": 1E3, "note" : "<5 \u00e9 \" ] ,  }" , "a": [ 1 , -0.10 ] }`;
    const { text } = await only(batch(`{ "resource" : ${resource} , "fullUrl" : "urn:uuid:a" }`));
    expect(text).toBe(
      String.raw`{"resourceType":"Flag","value":1.50,"e":1E3,"note":"<5 \u00e9 \" ] ,  }","a":[1,-0.10]}`,
    );
    expect(JSON.parse(text)).toEqual(JSON.parse(resource));
    expect(compact(text)).toBe(text);
  });

  it('keeps numbers as they were written', async () => {
    const { resource } = await only(flag('"a":1.50,"b":[1e-7]'));
    expect(resource.a).toEqual(new LosslessNumber('1.50'));
    expect(resource.b).toEqual([new LosslessNumber('1e-7')]);
  });

  it.each([
    [
      { fullUrl: 'urn:uuid:AAAAAAAA-1111-4111-8111-111111111111', id: '7' },
      'aaaaaaaa-1111-4111-8111-111111111111',
    ],
    [{ fullUrl: 'https://other.example/Flag/7', id: '7' }, 'Flag/7'],
    [{ fullUrl: 'https://other.example/Flag/7' }, 'https://other.example/Flag/7'],
    [{ id: '7' }, 'Flag/7'],
    [{}, null],
  ])('is known to its source by %j', async ({ fullUrl, id }: { fullUrl?: string; id?: string }, sourceId) => {
    const resource = { resourceType: 'Flag', ...(id && { id }) };
    expect(await only(bundleOf([entryOf(resource, fullUrl)]))).toMatchObject({ sourceId });
  });
});

describe('an entry that cannot be read is told with its place', () => {
  const long = 'x'.repeat(1_048_577);
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  it.each([
    ['a number', batch('5'), `${place}: entry_shape`],
    ['without a resource', batch('{"fullUrl":"urn:uuid:a"}'), `${place}: entry_shape`],
    ['with a resource that is none', batch('{"resource":[]}'), `${place}.resource: entry_shape`],
    ['without a type', batch('{"resource":{}}'), `${place}.resource: resource_type`],
    [
      'with an impossible type',
      batch('{"resource":{"resourceType":"no type"}}'),
      `${place}.resource: resource_type`,
    ],
    ['that is a bundle again', batch(`{"resource":${bundleOf([])}}`), `${place}.resource: resource_type`],
    [
      'with a relative fullUrl',
      batch('{"fullUrl":"Flag/1","resource":{"resourceType":"Flag"}}'),
      `${place}.fullUrl: bad_full_url`,
    ],
    [
      'that deletes',
      batch('{"resource":{"resourceType":"Flag"},"request":{"method":"DELETE","url":"Flag"}}'),
      `${place}.request.method: unsupported_method`,
    ],
    [
      'that asks for another type',
      batch('{"resource":{"resourceType":"Flag"},"request":{"method":"POST","url":"Goal"}}'),
      `${place}.request.url: request_mismatch`,
    ],
    ['that is no JSON', flag('"a":[{"b":tru}]'), `${place}.resource.a[0].b: not_json`],
    ['with brackets that do not match', flag('"a":[1}'), `${place}.resource.a: not_json`],
    ['with a number that begins with zero', flag('"a":[1,012]'), `${place}.resource.a: not_json`],
    [
      'with a key twice',
      flag('"code":{"text":"a","te\\u0078t":"b"}'),
      `${place}.resource.code.text: duplicate_key`,
    ],
    ['with __proto__', flag('"code":{"__proto__":{"a":1}}'), `${place}.resource.code: forbidden_key`],
    ['with an escaped __proto__', flag('"\\u005f_proto__":1'), `${place}.resource: forbidden_key`],
    ['with constructor', flag('"a":[{"constructor":{}}]'), `${place}.resource.a[0]: forbidden_key`],
    ['nested without end', flag(`"a":${deep(70)}`), `${place}.resource${'.a'.repeat(63)}: too_deep`],
    [
      'with a long string',
      flag(`"note":[{"text":"${long}"}]`),
      `${place}.resource.note[0].text: string_too_long`,
    ],
    [
      'with a number of a thousand digits',
      flag(`"a":${'9'.repeat(1000)}`),
      `${place}.resource.a: number_too_long`,
    ],
    ['with NUL', flag('"a":"b\\u0000c"'), `${place}.resource.a: control_character`],
    ['with a raw NUL', flag('"a":"b\0c"'), `${place}.resource.a: control_character`],
    ['with half a character', flag('"a":"\\ud83d"'), `${place}.resource.a: invalid_unicode`],
    ['with a key that is no element', flag('"Jane Roe, 1980":tru'), `${place}.resource.?: not_json`],
  ])('%s', async (_, upload, problem) => {
    const told = await problems(upload);
    expect(told).toEqual([problem]);
  });

  it('with bytes that are no UTF-8, beside others that are read', async () => {
    const [before = '', after = ''] = bundleOf([
      entryOf({ resourceType: 'Flag', id: 'a' }),
      entryOf({ resourceType: 'Flag', id: 'CUT' }),
      entryOf({ resourceType: 'Flag', id: 'b' }),
    ]).split('CUT');
    const upload = Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe]), Buffer.from(after)]);
    expect(await problems(upload)).toEqual(['Bundle.entry[1]: invalid_utf8']);
  });

  it('above the limit', () => {
    const read = () => readEntry({ position: 4, place: 'Bundle.entry[4]', bytes: null });
    expect(read).toThrow('too_large');
  });
});

it('a long string is taken where it is base64', async () => {
  const data = 'QUJD'.repeat(400_000);
  expect(await problems(flag(`"content":[{"attachment":{"data":"${data}"}}]`))).toEqual([]);
});

it('sentences say nothing of what was sent', async () => {
  const told = await problems(flag('"a":"SECRET\\u0000"'));
  expect(told.join()).not.toContain('SECRET');
});
