import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryScanner } from '#lib/fhir/bundle/entry-scanner';
import { bundleOf, refusal, scan } from './reading';

const texts = async (upload: string, size?: number) =>
  (await scan(upload, size)).entries.map(({ bytes }) => Buffer.from(bytes ?? []).toString('utf8'));

describe('where an upload is divided', () => {
  it('finds each entry as it was written, wherever the pieces end', async () => {
    const entry = fc.record({ fullUrl: fc.string(), resource: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (entries, size) => {
          const written = entries.map((each) => JSON.stringify(each, null, 1));
          const upload = `{ "type" : "batch", "entry" : [ ${written.join(' ,\n')} ],\n"resourceType":"Bundle"}`;
          expect(await texts(upload, size)).toEqual(written);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is not led astray by brackets, quotes and the word entry within strings', async () => {
    const entries = [{ text: '"entry": [ {"\\" }]' }, { entry: [{ entry: [] }] }];
    const upload = `{"resourceType":"Bundle","note":"\\"entry\\":[","meta":{"entry":[1]},"type":"batch","entry":${JSON.stringify(entries)}}`;
    expect(await texts(upload)).toEqual(entries.map((each) => JSON.stringify(each)));
  });

  it('takes a single resource, also a List, which has entries of its own', async () => {
    const list = '{"resourceType":"List","entry":[{"item":{"display":"a"}}]}';
    expect(await scan(list)).toMatchObject({ type: 'resources', entries: [{ place: 'Resource[0]' }] });
    expect(await texts(list)).toEqual([list]);
  });

  it('takes resources a line each, behind a byte order mark', async () => {
    const lines = ['{"resourceType":"Patient"}', '{"id":"2","resourceType":"Flag"}'];
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${lines.join('\r\n')}\n`)]);
    const { type, entries } = await scan(marked, 5);
    expect(type).toBe('resources');
    expect(entries.map(({ bytes }) => Buffer.from(bytes ?? []).toString())).toEqual(lines);
    expect(entries.map(({ place }) => place)).toEqual(['Resource[0]', 'Resource[1]']);
  });

  it('gives elements that are no objects to whoever reads them', async () => {
    expect(await texts('{"resourceType":"Bundle","type":"batch","entry":[1, null,"x",[2],true]}', 3)).toEqual(
      ['1', 'null', '"x"', '[2]', 'true'],
    );
  });

  it('takes a bundle without entries', async () => {
    expect(await scan('{"resourceType":"Bundle","type":"collection"}')).toEqual({
      type: 'collection',
      entries: [],
    });
  });
});

describe('what is refused as a whole', () => {
  const cut = bundleOf([{ resource: { resourceType: 'Patient' } }, { resource: { resourceType: 'Flag' } }]);

  it.each([
    ['nothing', '', 'Bundle', 'empty'],
    ['white space', ' \n', 'Bundle', 'empty'],
    ['an upload cut in its second entry', cut.slice(0, -12), 'Bundle.entry[1]', 'truncated'],
    ['a string that never ends', '{"resourceType":"Bundle","type":"ba', 'Bundle', 'truncated'],
    ['XML', '<Bundle/>', 'Resource[0]', 'not_json'],
    ['an array', '[{}]', 'Resource[0]', 'not_json'],
    [
      'a comma too many',
      '{"resourceType":"Bundle","type":"batch","entry":[{},]}',
      'Bundle.entry[1]',
      'not_json',
    ],
    [
      'a comma too few',
      '{"resourceType":"Bundle","type":"batch","entry":[{} {}]}',
      'Bundle.entry',
      'not_json',
    ],
    [
      'entries twice',
      '{"resourceType":"Bundle","type":"batch","entry":[],"entry":[]}',
      'Bundle.entry',
      'duplicate_key',
    ],
    ['a history', bundleOf([], 'history'), 'Bundle.type', 'bundle_type'],
    ['our own word for no bundle', bundleOf([], 'resources'), 'Bundle.type', 'bundle_type'],
    ['entries of something else', '{"entry":[{}],"resourceType":"Banana"}', 'Bundle', 'not_bundle'],
    ['two bundles', `${bundleOf([])}\n${bundleOf([])}`, 'Bundle', 'more_than_one_bundle'],
    ['a resource and a bundle', `{"resourceType":"Flag"}\n${bundleOf([])}`, 'Bundle.entry[1]', 'not_bundle'],
  ])('%s', async (_, upload, path, code) => {
    expect(await refusal(upload)).toEqual({ path, code, severity: 'error' });
  });

  it('bytes that are no UTF-8 around the entries', async () => {
    const upload = Buffer.concat([
      Buffer.from('{"resourceType":"Bundle","type":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    expect(await refusal(upload)).toMatchObject({ path: 'Bundle', code: 'invalid_utf8' });
  });

  it('more entries than are taken, at the first that is too many', async () => {
    const scanner = new EntryScanner({ entries: 3, entryBytes: 100 });
    expect(await refusal(bundleOf([{}, {}, {}, {}]), scanner)).toMatchObject({
      path: 'Bundle.entry[3]',
      code: 'too_many_entries',
    });
  });

  it('a head beyond all measure', async () => {
    const upload = `{"resourceType":"Bundle","type":"batch","id":"${'x'.repeat(1_000_000)}"}`;
    expect(await refusal(upload)).toMatchObject({ code: 'head_too_large' });
  });
});

describe('what is held meanwhile', () => {
  it('is no more than one entry and the head, however many come', async () => {
    const entry = JSON.stringify({ resource: { resourceType: 'Flag', text: 'x'.repeat(400) } });
    const scanner = new EntryScanner();
    const piece = Buffer.from(`${entry},`);
    let [most, count] = [0, 0];
    const push = (bytes: Uint8Array) => {
      for (const _ of scanner.push(bytes)) count += 1;
      most = Math.max(most, scanner.held);
    };
    push(Buffer.from('{"resourceType":"Bundle","type":"batch","entry":['));
    for (let each = 0; each < 9_999; each += 1) push(piece);
    push(Buffer.from(`${entry}]}`));
    scanner.end();
    expect(count).toBe(10_000);
    expect(most).toBeLessThan(25_000);
  });

  it('passes over an entry above the limit, and goes on behind it', async () => {
    const scanner = new EntryScanner({ entries: 10, entryBytes: 50 });
    const upload = bundleOf([{ a: 'x'.repeat(5000) }, { b: 1 }], 'batch');
    let most = 0;
    const seen: (string | null)[] = [];
    for (let at = 0; at < upload.length; at += 10) {
      for (const { bytes } of scanner.push(Buffer.from(upload.slice(at, at + 10))))
        seen.push(bytes && Buffer.from(bytes).toString());
      most = Math.max(most, scanner.held);
    }
    expect(seen).toEqual([null, '{"b":1}']);
    expect(most).toBeLessThan(120);
  });
});
