import { z } from 'zod';
import { confirmedAllergy } from '#lib/fhir/patient-reported';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from './find-record';
import { exampleRecord, recordView, viewRecord } from './record-view';
import { amendedStage, reviseRecord } from './revise';

/** A doctor has made sure of an allergy that was only told of. The next version says so, and stays the patient's word. */
export const confirmRecord = defineOperation({
  name: 'records.confirm',
  kind: 'command',
  rest: 'POST /records/{id}/confirmation',
  summary: 'Confirm an allergy',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({ id: recordId, expected_version: z.int().min(0).optional() }),
  output: recordView,
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'CONFIRM_RECORD', resource: 'medical_record' },
  losslessNumbers: true,
  example: { input: { id: exampleRecord.id }, output: { ...exampleRecord, version: 2 } },
  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject, audit }) {
    const key = chartKey(subject.row);
    const { row } = await reviseRecord(tx, {
      row: subject.row,
      key,
      now,
      expectedVersion: input.expected_version,
      user_id: actor.user_id,
      rewrite: confirmedAllergy,
      stage: amendedStage,
    });
    audit({ additional_info: { version: row.version } });
    return viewRecord(row, key, actor, subject);
  },
});
