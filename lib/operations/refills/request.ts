import { z } from 'zod';
import { findRefill, insertRefill } from '#db/queries/refill-requests';
import { seal } from '#lib/crypto/seal';
import { wordsOrNone } from '#lib/domain/patient-requests';
import { newId, recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { tellParties } from '../patient-requests/tell-parties';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from '../records/find-record';
import { exampleRefill, refillView, viewRefill } from './refill-view';
import { requireRefillable } from './require-refillable';

/** A patient asks for more of a medicine before it runs out. One wish at a time for each prescription. */
export const requestRefill = defineOperation({
  name: 'refills.request',
  kind: 'command',
  rest: 'POST /refills',
  successStatus: 201,
  summary: 'Ask for a refill',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ record_id: recordId, note: wordsOrNone(1000) }),
  output: refillView,
  errors: ['not_found', 'conflict'],
  constraints: { refill_requests_open: 'conflict' },
  audit: { event: 'REQUEST_REFILL', resource: 'refill_request', details: ['record_id'] },
  example: {
    input: { record_id: exampleRefill.record_id, note: 'Enough for one more week' },
    output: exampleRefill,
  },
  subject: ({ tx, input }) => recordSubject(tx, input.record_id),

  async handle({ tx, actor, now, input, subject: { row } }) {
    requireRefillable(row);
    const [id, key] = [newId('refill_requests'), chartKey(row)];
    const between = { patient_id: row.patient_id, requested_by: actor.user_id };
    await insertRefill(tx, {
      ...between,
      id,
      record_id: row.id,
      status: 'requested',
      note: input.note === undefined ? null : seal('refill_requests.note', id, input.note, key),
      requested_at: now,
    });
    await tellParties(tx, { ...between, doctor_id: row.doctor_id }, 'doctor', now);
    const asked = await findRefill(tx, id);
    if (!asked) throw new Error('A new request is not visible to whoever asked.');
    return viewRefill(asked);
  },
});
