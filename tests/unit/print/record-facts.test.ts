import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { recordContentView } from '#lib/fhir/content-view';
import { exampleAmendment } from '#lib/operations/amendment-requests/amendment-view';
import { exampleRecord, type RecordView } from '#lib/operations/records/record-view';
import { recordFacts } from '#lib/print/record-facts';
import { recordSections } from '#lib/print/record-sections';
import { wordsOf } from '#lib/print/words';

const words = wordsOf('en', 'Europe/London');

const recordOf = (record_type: string, content: object, more: object = {}) =>
  ({
    ...exampleRecord,
    record_type,
    title: 'Its title',
    content,
    flag: null,
    ...more,
  }) as unknown as RecordView;

const factsOf = (record_type: string, content: object, more: object = {}) =>
  recordFacts(recordOf(record_type, content, more), words);

/** Those that a reader has no use for, or that stand elsewhere: the name is the heading, a blob has an id of ours. */
const untold = new Set(['text', 'blob_id', 'not_done']);

const nested: Readonly<Record<string, unknown>> = {
  reference_range: { low: '11', high: '22', text: 'told of the range' },
  components: [{ text: 'told of the part', value: 'told of its value' }],
  results: [{ reference: 'Observation/1', display: 'told of the result' }],
};
const toldOf: Readonly<Record<string, readonly string[]>> = {
  reference_range: ['11', '22', 'told of the range'],
  components: ['told of the part', 'told of its value'],
  results: ['told of the result'],
};

describe('what is printed of a record', () => {
  it.each(Object.entries(recordContentView))('is everything that its content says: %s', (type, schema) => {
    const keys = Object.keys((schema as z.ZodObject).shape).filter((key) => !untold.has(key));
    const content = Object.fromEntries(keys.map((key) => [key, nested[key] ?? `told of ${key}`]));
    const all = factsOf(type, content).join('\n');
    for (const key of keys) for (const told of toldOf[key] ?? [`told of ${key}`]) expect(all).toContain(told);
    for (const key of keys) if (!toldOf[key]) expect(all).not.toMatch(new RegExp(`^${key}: `, 'm'));
  });

  it('begins with what turns its meaning', () => {
    const [first, second] = factsOf(
      'allergy',
      { text: 'x' },
      { stage: 'entered_in_error', warnings: ['refuted'] },
    );
    expect([first, second]).toEqual(['This record was entered in error', 'This was ruled out.']);
  });

  it('is of a result its value, unit, flag and range, with each digit that was received', () => {
    const flag = { key: 'high', source: 'reported', critical: false };
    const facts = factsOf(
      'lab_result',
      {
        text: 'x',
        comparator: '>',
        value: '168.2761313965216',
        unit: 'umol/L',
        reference_range: { high: '5.0' },
      },
      { flag },
    );
    expect(facts).toEqual(
      expect.arrayContaining([
        'Value: >168.3 µmol/L',
        'Value as recorded: >168.2761313965216',
        'High',
        'Target: 5.0 or lower.',
      ]),
    );
  });

  it('says that a result has no value, and why', () => {
    const facts = factsOf('lab_result', { text: 'x', absent_reason: 'Not performed' });
    expect(facts).toEqual(expect.arrayContaining(['No value', 'Why there is no value: Not performed']));
  });
});

const denied = {
  status: 'denied',
  answer: 'Measured at three visits.',
  decided_at: '2026-01-06T09:00:00Z',
  decided_by: 'Dr Amara Okafor',
  disagreement: 'My own device shows other values.',
  disagreed_at: '2026-01-07T09:00:00Z',
} as const;

describe('a printed record', () => {
  const sections = recordSections(
    [
      recordOf('other', { text: 'x' }),
      recordOf('lab_result', { text: 'x', value: '1' }, { title: 'Sodium', occurred_at: '2020' }),
      recordOf('lab_result', { text: 'x', value: '2' }, { title: 'Sodium', occurred_at: '2021' }),
      recordOf('allergy', { text: 'x' }, { id: 'the allergy' }),
    ],
    [],
    [
      { ...exampleAmendment, ...denied, record_id: 'the allergy' },
      { ...exampleAmendment, record_id: 'the allergy', wrong: 'not denied yet' },
      { ...exampleAmendment, ...denied, record_id: 'another record', wrong: 'elsewhere' },
    ],
    words,
  );

  it('begins with allergies, leaves no kind out, and says where there is nothing', () => {
    expect(sections.map(({ heading }) => heading)).toHaveLength(Object.keys(recordContentView).length + 1);
    expect(sections[0]).toMatchObject({ heading: 'Allergies', entries: [{ heading: 'Its title' }] });
  });

  it('says beside a record that its patient disagrees, with the wish and the denial, and nothing of other wishes', () => {
    const lines = sections[0]?.entries[0]?.lines.slice(-3) ?? [];
    expect(lines[0]).toMatch(/asked for a correction on .*I was told.*Raised blood pressure, seen once/);
    expect(lines[1]).toMatch(/Denied on .* by Dr Amara Okafor: Measured at three visits\./);
    expect(lines[2]).toMatch(/The patient disagrees \(.*\): My own device shows other values\./);
    const text = JSON.stringify(sections);
    expect(text).not.toMatch(/not denied yet|elsewhere/);
  });

  it('puts the results of one test together, the newest first', () => {
    const results = sections.find(({ heading }) => heading === 'Test results');
    expect(results?.entries).toHaveLength(1);
    expect(results?.entries[0]?.lines.map((line) => /Date: (\d+)/.exec(line)?.[1])).toEqual(['2021', '2020']);
  });
});
