import { z } from 'zod';
import { findWaiting, lockWaiting, markWaitingEnded, type WaitingRow } from '#db/queries/waiting-list';
import { deleteOfferedHold, lockOfferOf, markOfferEnded } from '#db/queries/waiting-list-offers';
import { OperationError } from '#lib/errors/operation-error';
import { waitingListEntryId } from '#lib/platform/ids';
import type { ChartSubject } from '#lib/policy/subject';
import { sideOf } from '../appointments/appointment-rights';
import { defineOperation } from '../define';
import { exampleWait } from './wait-view';

/** Somebody waits no longer. What is kept for them is free for the next. */
export const leaveWaitingList = defineOperation({
  name: 'waiting-list.withdraw',
  kind: 'command',
  rest: 'DELETE /waiting-list/{id}',
  successStatus: 204,
  summary: 'Wait no longer',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: waitingListEntryId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'LEAVE_WAITING_LIST', resource: 'waiting_list' },
  example: { input: { id: exampleWait.id }, output: undefined },

  subject: async ({ tx, input }): Promise<(ChartSubject & { row: WaitingRow }) | null> => {
    const row = await findWaiting(tx, input.id);
    return (
      row && {
        type: 'chart',
        patient_id: row.patient_id,
        relation: row.relation,
        row,
      }
    );
  },

  async handle({ tx, subject: { row, relation } }) {
    if (sideOf(relation) !== 'patient') throw new OperationError('forbidden');
    if (!(await lockWaiting(tx, row.id))) throw new OperationError('conflict');
    const offer = await lockOfferOf(tx, row.id);
    if (offer) {
      await markOfferEnded(tx, offer.id, 'withdrawn');
      await deleteOfferedHold(tx, offer.appointment_id);
    }
    await markWaitingEnded(tx, row.id, 'withdrawn');
  },
});
