import { z } from 'zod';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from './find-record';
import { exampleRecord, recordView, viewRecord } from './record-view';
import { onlySeenResults } from './seen-results';

/** S52: one record, for the patient and those who treat them. For anybody else it does not exist. */
export const getRecord = defineOperation({
  name: 'records.get',
  kind: 'query',
  rest: 'GET /records/{id}',
  summary: 'One record',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: recordId }),
  output: recordView,
  errors: ['not_found'],
  audit: { event: 'VIEW_RECORD', resource: 'medical_record' },
  oneRead: true,
  losslessNumbers: true,
  example: { input: { id: exampleRecord.id }, output: exampleRecord },

  subject: ({ tx, input }) => recordSubject(tx, input.id),

  handle({ actor, subject }) {
    const { row } = subject;
    return onlySeenResults(viewRecord(row, chartKey(row), actor, subject), row, row.hidden);
  },
});
