import { z } from 'zod';
import type { Tx } from '#db/client';
import { countTimeline, listTimeline, type Place, type TimelineFilter } from '#db/queries/timeline';
import { isNotable } from '#lib/fhir/interpretation';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { exampleRecord, type Reading, type RecordView, recordView } from './record-view';
import { filterOf, placeOf, timelineInput } from './timeline-filter';
import { viewBrief } from './view-listed';

/** How many are opened at once while only a few of them are wanted. */
const batch = 500;

/** Everything in a chart, newest first, as short as a list needs it: long texts are cut. Without what was entered in error. */
export const viewTimeline = defineOperation({
  name: 'records.timeline',
  kind: 'query',
  rest: 'GET /records/timeline',
  summary: 'The records of one patient in brief, newest first',
  permission: 'read:records',
  stepUp: 'none',
  input: timelineInput,
  output: z.strictObject({
    items: z.array(recordView),
    /** How many there are in all; null where only the flagged ones were asked for. */
    total: z.int().nullable(),
    /** The record to go on after; null at the end. */
    next: z.uuid().nullable(),
  }),
  errors: ['not_found'],
  audit: {
    event: 'VIEW_TIMELINE',
    resource: 'medical_record',
    details: ['patient_id', 'record_types', 'notable', 'drafts', 'limit'],
  },
  losslessNumbers: true,
  example: {
    input: { record_types: ['diagnosis'] },
    output: { items: [exampleRecord], total: 1, next: null },
  },
  subject: ({ tx, input: { patient_id } }) => chartSubject(tx, patient_id),

  async handle({ tx, actor, input, subject }) {
    const chart = theChart(subject);
    const filter = filterOf(input, chart);
    const after = input.before === undefined ? null : await placeOf(tx, filter.patientId, input.before);
    const reading = { key: chartKey(chart), actor, chart };
    const wanted = { after, limit: input.limit };
    if (input.notable) return { ...(await listNotable(tx, filter, wanted, reading)), total: null };
    const rows = await listTimeline(tx, filter, after, input.limit + 1);
    const items = await viewBrief(tx, rows.slice(0, input.limit), reading);
    return { ...pageOf(items, rows.length > input.limit), total: await countTimeline(tx, filter) };
  },
});

const pageOf = (items: RecordView[], more: boolean) => ({
  items,
  next: more ? (items.at(-1)?.id ?? null) : null,
});

interface Wanted {
  readonly after: Place | null;
  readonly limit: number;
}

/** A flag is sealed: they are opened until there are enough. */
async function listNotable(tx: Tx, filter: TimelineFilter, { after, limit }: Wanted, reading: Reading) {
  const found: RecordView[] = [];
  for (let place = after; found.length <= limit; ) {
    const rows = await listTimeline(tx, filter, place, batch);
    const views = await viewBrief(tx, rows, reading);
    found.push(...views.filter((view) => view.record_type === 'lab_result' && isNotable(view.flag)));
    if (rows.length < batch) break;
    place = rows.at(-1) ?? null;
  }
  return pageOf(found.slice(0, limit), found.length > limit);
}
