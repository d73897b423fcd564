import { z } from 'zod';
import { listResultsOfChart } from '#db/queries/results';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { exampleRecord, recordViewOf, viewRecord } from '../records/record-view';
import { newestOfEach } from './newest-of-each';

/** Two decades of a chart with a blood count every month. */
const mostRead = 3000;

/** Each test that somebody has had, by its newest result. */
export const listResults = defineOperation({
  name: 'results.list',
  kind: 'query',
  rest: 'GET /results',
  summary: 'The newest result of each test',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ patient_id: patientId.optional() }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        record: recordViewOf.lab_result,
        previous: recordViewOf.lab_result.nullable(),
        /** A FHIR date: since when the results have had the flag of the newest. */
        since: z.string().nullable(),
        count: z.int(),
      }),
    ),
    /** False where the chart holds more results than were read: the oldest are missing here. */
    complete: z.boolean(),
  }),
  errors: ['not_found'],
  audit: { event: 'LIST_RESULTS', resource: 'medical_record', details: ['patient_id'] },
  losslessNumbers: true,
  example: { input: { patient_id: exampleRecord.patient_id }, output: { items: [], complete: true } },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, subject }) {
    const chart = theChart(subject);
    const rows = await listResultsOfChart(tx, chart.patient_id, mostRead + 1);
    const key = chartKey(chart);
    const views = rows.slice(0, mostRead).map((row) => viewRecord(row, key, actor, chart));
    const results = views.filter((view) => view.record_type === 'lab_result');
    return { items: newestOfEach(results), complete: rows.length <= mostRead };
  },
});
