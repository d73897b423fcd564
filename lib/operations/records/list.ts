import { z } from 'zod';
import { listRecords } from '#db/queries/medical-records';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { recordTypes } from '#lib/fhir/content-view';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { exampleRecord, recordView } from './record-view';
import { viewWhole } from './view-listed';

/**
 * S52, S56: the records of one chart, a patient's own where none is named. A doctor names the patient: lists over a
 * whole panel are the panel's own. What was entered in error is left out unless it is asked for.
 */
export const listChartRecords = defineOperation({
  name: 'records.list',
  kind: 'query',
  rest: 'GET /records',
  summary: 'The records of one patient',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({
    ...pageInput,
    patient_id: patientId.optional(),
    record_type: z.enum(recordTypes).optional(),
    include: z.literal('eie').optional(),
    sort_by: z.enum(['created_at', 'occurred_at']).default('occurred_at'),
    sort_order: z.enum(['asc', 'desc']).default('desc'),
  }),
  output: pageOutput(recordView),
  errors: ['not_found'],
  audit: {
    event: 'LIST_RECORDS',
    resource: 'medical_record',
    details: ['patient_id', 'record_type', 'include', 'page', 'page_size', 'sort_by', 'sort_order'],
  },
  losslessNumbers: true,
  example: {
    input: { record_type: 'diagnosis' },
    output: { items: [exampleRecord], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, input, subject }) {
    const chart = theChart(subject);
    const { rows, total } = await listRecords(
      tx,
      {
        patientId: chart.patient_id,
        recordType: input.record_type ?? null,
        includeEnteredInError: input.include === 'eie',
      },
      `${input.sort_by} ${input.sort_order}`,
      windowOf(input),
    );
    const reading = { key: chartKey(chart), actor, chart };
    return pageOf(await viewWhole(tx, rows, reading), total, input);
  },
});
