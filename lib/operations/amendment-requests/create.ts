import { z } from 'zod';
import { findAmendmentRequest, insertAmendmentRequest } from '#db/queries/amendment-requests';
import { seal } from '#lib/crypto/seal';
import { neededWords } from '#lib/domain/patient-requests';
import { OperationError } from '#lib/errors/operation-error';
import { newId, recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { tellParties } from '../patient-requests/tell-parties';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from '../records/find-record';
import { amendmentView, exampleAmendment, viewAmendment } from './amendment-view';

/**
 * A patient says that a record is wrong, and what should stand there (45 CFR 164.526 (b)). Nothing of the record changes
 * by it: that is for somebody who treats them. One wish at a time for each record.
 */
export const requestAmendment = defineOperation({
  name: 'amendment-requests.create',
  kind: 'command',
  rest: 'POST /amendment-requests',
  successStatus: 201,
  summary: 'Ask for a correction',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({
    record_id: recordId,
    /** The version that was read. */
    record_version: z.int().min(1),
    wrong: neededWords(4000),
    wanted: neededWords(4000),
  }),
  output: amendmentView,
  errors: ['not_found', 'conflict', 'stale_version'],
  constraints: { amendment_requests_open: 'conflict' },
  audit: {
    event: 'REQUEST_AMENDMENT',
    resource: 'amendment_request',
    details: ['record_id', 'record_version'],
  },
  example: {
    input: {
      record_id: exampleAmendment.record_id,
      record_version: 1,
      wrong: exampleAmendment.wrong,
      wanted: exampleAmendment.wanted,
    },
    output: exampleAmendment,
  },
  subject: ({ tx, input }) => recordSubject(tx, input.record_id),

  async handle({ tx, actor, now, input, subject: { row } }) {
    if (row.stage === 'entered_in_error') throw new OperationError('conflict');
    if (input.record_version !== row.version) throw new OperationError('stale_version');
    const [id, key] = [newId('amendment_requests'), chartKey(row)];
    const between = { patient_id: row.patient_id, requested_by: actor.user_id };
    await insertAmendmentRequest(tx, {
      ...between,
      id,
      record_id: row.id,
      record_version: row.version,
      status: 'requested',
      wrong: seal('amendment_requests.wrong', id, input.wrong, key),
      wanted: seal('amendment_requests.wanted', id, input.wanted, key),
      requested_at: now,
    });
    await tellParties(tx, { ...between, doctor_id: row.doctor_id }, 'doctor', now);
    const asked = await findAmendmentRequest(tx, id);
    if (!asked) throw new Error('A new request is not visible to whoever asked.');
    return viewAmendment(asked);
  },
});
