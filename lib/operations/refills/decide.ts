import { z } from 'zod';
import { findRefill, lockOpenRefill, markRefillDecided } from '#db/queries/refill-requests';
import { seal } from '#lib/crypto/seal';
import { neededWords, wordsOrNone } from '#lib/domain/patient-requests';
import { OperationError } from '#lib/errors/operation-error';
import { refillRequestId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { askedSubject, requireTreating } from '../patient-requests/asked-subject';
import { tellParties } from '../patient-requests/tell-parties';
import { chartKey } from '../patients/chart-key';
import { exampleRefill, refillView, viewRefill } from './refill-view';
import { renewPrescription } from './renew-prescription';

/**
 * A doctor's word on a wish for more. Approved, it is a new prescription that names the one before; denied, it says why
 * in words that the patient reads.
 */
export const decideRefill = defineOperation({
  name: 'refills.decide',
  kind: 'command',
  rest: 'POST /refills/{id}/decision',
  summary: 'Approve or deny a refill',
  permission: 'write:records',
  stepUp: 'none',
  input: z.discriminatedUnion('decision', [
    z.strictObject({ id: refillRequestId, decision: z.literal('approved'), answer: wordsOrNone(1000) }),
    z.strictObject({ id: refillRequestId, decision: z.literal('denied'), answer: neededWords(1000) }),
  ]),
  output: refillView,
  errors: ['not_found', 'conflict'],
  audit: { event: 'DECIDE_REFILL', resource: 'refill_request', details: ['decision'] },
  example: {
    input: { id: exampleRefill.id, decision: 'denied', answer: 'Come for a blood test first.' },
    output: {
      ...exampleRefill,
      status: 'denied',
      answer: 'Come for a blood test first.',
      decided_at: '2026-01-05T11:00:00Z',
      decided_by: 'Dr Amara Okafor',
    },
  },
  subject: async ({ tx, input }) => askedSubject(await findRefill(tx, input.id)),

  async handle({ tx, actor, now, input, subject: { row, relation } }) {
    requireTreating(relation);
    const { id, decision: status, answer } = input;
    if (!(await lockOpenRefill(tx, id))) throw new OperationError('conflict');
    const renewed = status === 'approved' ? await renewPrescription(tx, row.record_id, actor, now) : null;
    await markRefillDecided(tx, {
      id,
      status,
      answer: answer === undefined ? null : seal('refill_requests.answer', id, answer, chartKey(row)),
      renewedRecordId: renewed,
    });
    await tellParties(tx, { ...row, doctor_id: null }, 'patient', now);
    const decided = await findRefill(tx, id);
    if (!decided) throw new Error('A request is not visible to whoever has decided it.');
    return viewRefill(decided);
  },
});
