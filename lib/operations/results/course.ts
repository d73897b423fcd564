import { z } from 'zod';
import { type ChartResultRow, listResultsOfChart, listReviews } from '#db/queries/results';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { valueCounts } from '#lib/domain/counting-value';
import { testOf } from '#lib/domain/same-test';
import { OperationError } from '#lib/errors/operation-error';
import { recordId } from '#lib/platform/ids';
import { instantText } from '#lib/platform/instant-text';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from '../records/find-record';
import { exampleRecord, openContent, recordViewOf, viewRecord } from '../records/record-view';
import { isResult } from './release-of';
import { resultReview, viewReview } from './review-view';
import { bySeries } from './series';

/** Two decades of a chart with a blood count every month. */
const mostRead = 3000;

const point = z.strictObject({
  record: recordViewOf.lab_result,
  /** The moment it sorts by. */
  at: z.iso.datetime(),
});

/** How a test has gone over time, each unit apart, and what doctors have said of this result of it. */
export const getResultCourse = defineOperation({
  name: 'results.course',
  kind: 'query',
  rest: 'GET /results/{id}/course',
  summary: 'How a test has gone over time, and what doctors said of one result',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: recordId }),
  output: z.strictObject({
    /** The unit of the result itself first; in each the oldest first. */
    series: z.array(z.strictObject({ unit: z.string().nullable(), points: z.array(point) })),
    reviews: z.array(resultReview),
    complete: z.boolean(),
  }),
  errors: ['not_found'],
  audit: { event: 'VIEW_RESULT_COURSE', resource: 'medical_record' },
  losslessNumbers: true,
  example: { input: { id: exampleRecord.id }, output: { series: [], reviews: [], complete: true } },

  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, subject }) {
    const { row } = subject;
    const key = chartKey(row);
    if (!isResult(openContent(row, key))) throw new OperationError('not_found');
    const own = viewRecord(row, key, actor, subject);
    const [rows, reviews] = await Promise.all([
      own.record_type === 'lab_result' ? listResultsOfChart(tx, row.patient_id, mostRead + 1) : [],
      listReviews(tx, row),
    ]);
    const points = rows.slice(0, mostRead).flatMap((each) => {
      if (!speaksOf(each, own.content.code, key)) return [];
      const record = viewRecord(each, key, actor, subject);
      const isSame = record.record_type === 'lab_result' && testOf(record.content) === testOf(own.content);
      return isSame && valueCounts(record) ? [{ record, at: instantText(each.effective_at) }] : [];
    });
    return {
      series: bySeries(points, own.record_type === 'lab_result' ? own.content : { text: '' }),
      reviews: reviews.map((review) => viewReview(review, key)),
      complete: rows.length <= mostRead,
    };
  },
});

/** Whether the sealed text can be about that code: most of a chart is not, and need not be read as FHIR. */
function speaksOf(
  { id, encrypted_content }: ChartResultRow,
  code: string | undefined,
  key: PatientKey,
): boolean {
  return (
    code === undefined || open('medical_records.encrypted_content', id, encrypted_content, key).includes(code)
  );
}
