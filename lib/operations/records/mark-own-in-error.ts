import { z } from 'zod';
import { freeText } from '#lib/domain/free-text';
import { markEnteredInError } from '#lib/fhir/resource';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from './find-record';
import { holdOwn } from './hold-own';
import { exampleRecord } from './record-view';
import { reviseRecord } from './revise';

/** The patient says that what they reported was never so. It stays, struck through, as every error does. */
export const markOwnRecordInError = defineOperation({
  name: 'records.mark-own-in-error',
  kind: 'command',
  rest: 'DELETE /records/reported/{id}',
  successStatus: 204,
  summary: 'Mark what you have reported as an error',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({
    id: recordId,
    reason: freeText(2000).optional(),
    expected_version: z.int().min(0).optional(),
  }),
  output: z.void(),
  errors: ['not_found', 'forbidden', 'conflict', 'stale_version'],
  audit: { event: 'MARK_OWN_RECORD_IN_ERROR', resource: 'medical_record' },
  example: { input: { id: exampleRecord.id, reason: 'Typed the wrong day' }, output: undefined },
  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject, audit }) {
    const row = await holdOwn(tx, subject.row);
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
