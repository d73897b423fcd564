import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import { signed } from '#lib/fhir/draft';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from './find-record';
import { exampleRecord, recordView, viewRecord } from './record-view';
import { reviseRecord } from './revise';

/** The author of a draft stands by what it says. From then on others see it, and it is amended, not edited. */
export const signRecord = defineOperation({
  name: 'records.sign',
  kind: 'command',
  rest: 'POST /records/{id}/sign',
  summary: 'Sign a draft',
  permission: 'write:records',
  stepUp: 'recent',
  input: z.strictObject({ id: recordId, expected_version: z.int().min(0).optional() }),
  output: recordView,
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'SIGN_RECORD', resource: 'medical_record' },
  losslessNumbers: true,
  example: { input: { id: exampleRecord.id }, output: { ...exampleRecord, version: 2 } },
  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject, audit }) {
    const { row } = subject;
    if (row.stage !== 'draft') throw new OperationError('conflict');
    const key = chartKey(row);
    const { row: next } = await reviseRecord(tx, {
      row,
      key,
      now,
      expectedVersion: input.expected_version,
      user_id: actor.user_id,
      rewrite: (current) => signed(current, { recorded_at: now }),
      stage: () => 'final',
    });
    audit({ additional_info: { version: next.version } });
    return viewRecord(next, key, actor, subject);
  },
});
