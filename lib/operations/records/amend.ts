import { z } from 'zod';
import { freeText } from '#lib/domain/free-text';
import { queryFlag } from '#lib/domain/query-flag';
import { OperationError } from '#lib/errors/operation-error';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { amendByDoctor } from './amend-by-doctor';
import { recordSubject } from './find-record';
import { exampleRecord, recordView, viewRecord } from './record-view';

/** S53: what a record says is corrected by a new version; what it said before stays readable. */
export const amendRecord = defineOperation({
  name: 'records.amend',
  kind: 'command',
  rest: 'PUT /records/{id}',
  summary: 'Correct a record',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({
    id: recordId,
    /** As for a new record of that type. */
    content: z.looseObject({}),
    reason: freeText(2000).optional(),
    /** Puts the label on, or takes it off; left out, it stays as it is. */
    restricted: queryFlag.optional(),
    /** The version that was read; refused when another has come between. */
    expected_version: z.int().min(0).optional(),
  }),
  output: recordView,
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'AMEND_RECORD', resource: 'medical_record' },
  losslessNumbers: true,
  example: {
    input: {
      id: exampleRecord.id,
      content: { text: 'Essential hypertension', clinical_status: 'active' },
      reason: 'Confirmed at the second visit',
    },
    output: { ...exampleRecord, version: 2 },
  },

  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject, audit }) {
    const { row } = subject;
    if (input.restricted && subject.relation === 'consulting') throw new OperationError('forbidden');
    const revised = await amendByDoctor({ tx, actor, now }, row, input);
    audit({ additional_info: { version: revised.row.version, reason_id: revised.reasonId } });
    return viewRecord(revised.row, chartKey(row), actor, subject);
  },
});
