import { z } from 'zod';
import { listTimeline } from '#db/queries/timeline';
import { freeText } from '#lib/domain/free-text';
import { excerptOf, searchWords, textMatches } from '#lib/domain/text-search';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { exampleRecord, type RecordView, recordView } from './record-view';
import { viewWhole } from './view-listed';

/** More than a chart holds in practice; what is older than these is not searched. */
const mostSearched = 20_000;

/**
 * The records of one chart in which every word stands: in their names, values, comments, and in the whole text of notes.
 * The words come in a body: addresses are kept in logs and histories.
 */
export const searchRecords = defineOperation({
  name: 'records.search',
  kind: 'query',
  rest: 'POST /records/search',
  summary: 'Search the records of one patient',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({
    patient_id: patientId.optional(),
    q: freeText(200).min(1),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        record: recordView,
        /** The text around what was found, where the record's name does not say it. */
        excerpt: z.string().nullable(),
      }),
    ),
    /** How many were found in all. */
    total: z.int(),
  }),
  errors: ['not_found'],
  audit: { event: 'SEARCH_RECORDS', resource: 'medical_record', details: ['patient_id'] },
  losslessNumbers: true,
  example: {
    input: { patient_id: exampleRecord.patient_id, q: 'hypertension' },
    output: { items: [{ record: exampleRecord, excerpt: null }], total: 1 },
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, input, subject, audit }) {
    const chart = theChart(subject);
    const everything = { types: null, from: null, until: null, authorId: null, draftsOnly: false };
    const rows = await listTimeline(tx, { ...everything, patientId: chart.patient_id }, null, mostSearched);
    const records = await viewWhole(tx, rows, { key: chartKey(chart), actor, chart });
    const words = searchWords(input.q);
    const found = records.filter((record) => textMatches(textOf(record), words));
    audit({ additional_info: { found: found.length } });
    const items = found.slice(0, input.limit).map((record) => ({ record, excerpt: excerpt(record, words) }));
    return { items, total: found.length };
  },
});

/** What somebody has written; a code, a date or an id is not what a reader looks for. */
const written = [
  ...['text', 'display', 'comment', 'body', 'conclusion', 'value', 'dosage', 'quantity', 'reaction'],
  ...['status_reason', 'reason', 'outcome', 'body_site', 'site', 'lot_number', 'file_name'],
];

/** The texts of a content, those of its parts and results too. */
const textsIn = (content: object): string[] =>
  Object.entries(content).flatMap(([key, value]: [string, unknown]) => {
    if (Array.isArray(value)) return value.flatMap(textsIn);
    return typeof value === 'string' && written.includes(key) ? [value] : [];
  });

const contentText = ({ content }: RecordView) => textsIn(content).join(' ');
const textOf = (record: RecordView) =>
  [record.title, record.doctor_name ?? '', contentText(record)].join(' ');

const excerpt = (record: RecordView, words: readonly string[]) =>
  textMatches(record.title, words) ? null : excerptOf(contentText(record), words);
