import { z } from 'zod';
import { type HeldResultRow, insertReview, lockResult, markResultReviewed } from '#db/queries/results';
import { seal } from '#lib/crypto/seal';
import { freeText } from '#lib/domain/free-text';
import { queryFlag } from '#lib/domain/query-flag';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { newId, recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from '../records/find-record';
import { exampleRecord } from '../records/record-view';
import { tellOfResult } from './tell-of-result';

/**
 * A doctor has looked at a result that waited for it, and says so once: whoever comes second learns that somebody was
 * faster. A critical value is acknowledged by name. A patient who waits for a comment sees the result with it.
 */
export const reviewResult = defineOperation({
  name: 'results.review',
  kind: 'command',
  rest: 'POST /results/{id}/review',
  successStatus: 204,
  summary: 'Review a result',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({
    id: recordId,
    /** The patient reads it. */
    comment: freeText(4000).optional(),
    /** Needed where the value is critical. */
    acknowledge_critical: queryFlag.optional(),
    /** The version that was read; refused when another has come between. */
    expected_version: z.int().min(1).optional(),
  }),
  output: z.void(),
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'REVIEW_RESULT', resource: 'medical_record' },
  example: {
    input: { id: exampleRecord.id, comment: 'No change. We look again in spring.' },
    output: undefined,
  },

  subject: ({ tx, input }) => recordSubject(tx, input.id),

  async handle({ tx, actor, now, input, subject: { row }, audit }) {
    if (!actor.practitioner_id) throw new OperationError('forbidden');
    const held = await lockResult(tx, row.id);
    if (!held) throw new OperationError('not_found');
    if (!waits(held)) throw new OperationError('conflict');
    if (input.expected_version !== undefined && input.expected_version !== held.version)
      throw new OperationError('stale_version');
    const comment = input.comment?.trim() ? input.comment : null;
    requireWhatIsMissing(held, comment, input.acknowledge_critical === true);
    const id = newId('result_reviews');
    const critical_acknowledged = held.review === 'critical';
    await insertReview(tx, {
      ...{ id, patient_id: row.patient_id, record_id: row.id, version: held.version },
      practitioner_id: actor.practitioner_id,
      comment: comment === null ? null : seal('result_reviews.comment', id, comment, chartKey(row)),
      critical_acknowledged,
      reviewed_at: now,
    });
    const isReleased = held.release === 'awaiting_comment';
    await markResultReviewed(tx, { id: row.id, release: isReleased ? 'released' : held.release });
    audit({ additional_info: { critical_acknowledged, commented: comment !== null, released: isReleased } });
    if (isReleased) await tellOfResult(tx, row.patient_id, 'result_ready', now);
    else if (comment !== null && held.release === 'released')
      await tellOfResult(tx, row.patient_id, 'result_commented', now);
  },
});

const waits = ({ review, stage }: HeldResultRow) =>
  (review === 'pending' || review === 'critical') && (stage === 'final' || stage === 'amended');

/** @throws OperationError `validation_failed` */
function requireWhatIsMissing(held: HeldResultRow, comment: string | null, acknowledged: boolean): void {
  if (held.review === 'critical' && !acknowledged)
    throw invalidField('acknowledge_critical', 'not_acknowledged', 'A critical value is acknowledged');
  // They have asked for the doctor's words: without any it would stay withheld, or come against their wish.
  if (held.release === 'awaiting_comment' && comment === null)
    throw invalidField('comment', 'comment_awaited', 'The patient waits for a comment');
}
