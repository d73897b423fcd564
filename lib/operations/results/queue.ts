import { z } from 'zod';
import { listResultsToReview, type QueueRow } from '#db/queries/results';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { queryFlag } from '#lib/domain/query-flag';
import { OperationError } from '#lib/errors/operation-error';
import type { Actor } from '#lib/policy/actor';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { openIdentity, patientIdentity } from '../patients/patient-view';
import { recordView, viewRecord } from '../records/record-view';

const entry = z.strictObject({ patient: z.strictObject(patientIdentity), record: recordView });

function viewEntry(row: QueueRow, actor: Actor): z.output<typeof entry> {
  const key = chartKey(row);
  const chart = { type: 'chart', patient_id: row.patient_id, relation: 'treating' } as const;
  return {
    patient: openIdentity({ ...row, id: row.patient_id }, key),
    record: viewRecord(row, key, actor, chart),
  };
}

/** The results that wait for a doctor, of everybody whom they treat: the critical ones first, then the oldest. */
export const listResultQueue = defineOperation({
  name: 'results.queue',
  kind: 'query',
  rest: 'GET /results/queue',
  summary: 'Results that wait for you',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ ...pageInput, critical_only: queryFlag.default(false) }),
  output: pageOutput(entry),
  errors: [],
  audit: {
    event: 'LIST_RESULTS_TO_REVIEW',
    resource: 'medical_record',
    details: ['critical_only', 'page', 'page_size'],
  },
  losslessNumbers: true,
  example: { input: {}, output: { items: [], page: 1, page_size: 20, total: 0, pages: 0 } },
  subject: ownRows,

  async handle({ tx, actor, input }) {
    if (!actor.practitioner_id) throw new OperationError('forbidden');
    const { rows, total } = await listResultsToReview(
      tx,
      { criticalOnly: input.critical_only },
      windowOf(input),
    );
    return pageOf(
      rows.map((row) => viewEntry(row, actor)),
      total,
      input,
    );
  },
});
