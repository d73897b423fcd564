import { z } from 'zod';
import { freeText } from '#lib/domain/free-text';
import { OperationError } from '#lib/errors/operation-error';
import { markEnteredInError } from '#lib/fhir/resource';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from './find-record';
import { exampleRecord } from './record-view';
import { reviseRecord } from './revise';

/** S54: its author says that a record was never true. It leaves the lists and stays in the history. */
export const markRecordInError = defineOperation({
  name: 'records.mark-in-error',
  kind: 'command',
  rest: 'DELETE /records/{id}',
  successStatus: 204,
  summary: 'Mark a record as entered in error',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({
    id: recordId,
    reason: freeText(2000).optional(),
    expected_version: z.int().min(0).optional(),
  }),
  output: z.void(),
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'MARK_RECORD_IN_ERROR', resource: 'medical_record' },
  example: { input: { id: exampleRecord.id, reason: 'Written in the wrong chart' }, output: undefined },

  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject: { row }, audit }) {
    if (row.doctor_id === null || row.doctor_id !== actor.practitioner_id)
      throw new OperationError('forbidden');
    const { row: next, reasonId } = await reviseRecord(tx, {
      row,
      key: chartKey(row),
      now,
      expectedVersion: input.expected_version,
      reason: input.reason || undefined,
      user_id: actor.user_id,
      rewrite: markEnteredInError,
      stage: () => 'entered_in_error',
    });
    audit({ additional_info: { version: next.version, reason_id: reasonId } });
  },
});
