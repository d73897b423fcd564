import { z } from 'zod';
import { freeText } from '#lib/domain/free-text';
import { OperationError } from '#lib/errors/operation-error';
import { fromResource } from '#lib/fhir/resource';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { birthDateOf } from '../patients/birth-date';
import { chartKey } from '../patients/chart-key';
import { amendedText } from './amended-text';
import { recordSubject } from './find-record';
import { holdOwn } from './hold-own';
import { exampleRecord, recordView, viewRecord } from './record-view';
import { isOfKind, reportOf } from './reported-input';
import { amendedStage, reviseRecord } from './revise';

/** What a patient has reported is corrected by them: by a new version, as everything in a chart is. */
export const amendOwnRecord = defineOperation({
  name: 'records.amend-own',
  kind: 'command',
  rest: 'PUT /records/reported/{id}',
  summary: 'Correct what you have reported',
  permission: 'write:profile',
  stepUp: 'none',
  input: reportOf({
    id: recordId,
    reason: freeText(2000).optional(),
    expected_version: z.int().min(0).optional(),
  }),
  output: recordView,
  errors: ['not_found', 'forbidden', 'conflict', 'stale_version'],
  audit: { event: 'AMEND_OWN_RECORD', resource: 'medical_record', details: ['kind'] },
  losslessNumbers: true,
  example: {
    input: { id: exampleRecord.id, kind: 'weight', content: { value: '71.5', unit: 'kg' } },
    output: { ...exampleRecord, version: 2 },
  },
  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject, audit }) {
    const row = await holdOwn(tx, subject.row);
    const key = chartKey(row);
    const lifetime = { birthDate: await birthDateOf(tx, row.patient_id, key), now };
    const revised = await reviseRecord(tx, {
      row,
      key,
      now,
      expectedVersion: input.expected_version,
      reason: input.reason || undefined,
      user_id: actor.user_id,
      rewrite(current) {
        const { content } = fromResource(current, 'UTC');
        if (!isOfKind(input.kind, row.record_type, content.code)) throw new OperationError('conflict');
        return amendedText(current, row.record_type, input.content, lifetime);
      },
      stage: amendedStage,
    });
    audit({ additional_info: { version: revised.row.version, reason_id: revised.reasonId } });
    return viewRecord(revised.row, key, actor, subject);
  },
});
