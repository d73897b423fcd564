import { z } from 'zod';
import { findOffer, type OfferedRow } from '#db/queries/waiting-list-offers';
import { OperationError } from '#lib/errors/operation-error';
import { waitingListOfferId } from '#lib/platform/ids';
import type { ChartSubject } from '#lib/policy/subject';
import { sideOf } from '../appointments/appointment-rights';
import { busy } from '../appointments/busy';
import { defineOperation } from '../define';
import { acceptOffer, declineOffer } from './answer-offer';

/** An offered time is taken, or left to the next. */
export const answerOffer = defineOperation({
  name: 'waiting-list.answer',
  kind: 'command',
  rest: 'POST /waiting-list/offers/{id}/answer',
  summary: 'Accept or decline an offered time',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({
    id: waitingListOfferId,
    answer: z.enum(['accept', 'decline']),
  }),
  /** The visit that was booked. */
  output: z.strictObject({ appointment_id: z.uuid().nullable() }),
  errors: ['not_found', 'offer_ended', 'slot_taken', 'conflict', 'too_many_visits'],
  constraints: busy,
  audit: {
    event: 'ANSWER_OFFER',
    resource: 'waiting_list',
    details: ['answer'],
  },
  example: {
    input: { id: '01920000-0000-7000-8000-000000000051', answer: 'decline' },
    output: { appointment_id: null },
  },

  subject: async ({ tx, input }): Promise<(ChartSubject & { row: OfferedRow }) | null> => {
    const row = await findOffer(tx, input.id);
    return (
      row && {
        type: 'chart',
        patient_id: row.patient_id,
        relation: row.relation,
        row,
      }
    );
  },

  async handle({ tx, actor, now, input, subject: { row, relation } }) {
    if (sideOf(relation) !== 'patient') throw new OperationError('forbidden');
    if (input.answer === 'accept') return { appointment_id: await acceptOffer(tx, row, { actor, now }) };
    await declineOffer(tx, row);
    return { appointment_id: null };
  },
});
