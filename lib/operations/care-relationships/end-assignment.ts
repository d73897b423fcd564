import { z } from 'zod';
import { findChartOfAccount, listAssigned, listParties, markCareEnded } from '#db/queries/care-grants';
import { OperationError } from '#lib/errors/operation-error';
import { careRelationshipId, userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from '../people/account-subject';
import { keepReason, typedReason } from '../people/typed-reason';
import { tellParties } from './tell-parties';

/** An admin ends an assignment. What the patient has booked with that doctor stands, and what it opens with it. */
export const endAssignment = defineOperation({
  name: 'care-relationships.end-assignment',
  kind: 'command',
  rest: 'DELETE /admin/users/{id}/doctors/{assignment_id}',
  successStatus: 204,
  summary: 'End the assignment of a doctor',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId, assignment_id: careRelationshipId, reason: typedReason }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'END_ASSIGNMENT', resource: 'user', details: ['id', 'assignment_id'] },
  example: {
    input: {
      id: '01920000-0000-7000-8000-000000000001',
      assignment_id: '01920000-0000-7000-8000-000000000053',
      reason: 'Has moved to another site',
    },
    output: undefined,
  },
  subject: accountSubject,

  async handle({ tx, actor, now, input, subject, audit }) {
    const chart = await findChartOfAccount(tx, subject.user_id);
    const assigned = chart ? await listAssigned(tx, chart) : [];
    const isOne = assigned.some(({ id }) => id === input.assignment_id);
    if (!chart || !isOne || !(await markCareEnded(tx, input.assignment_id))) {
      throw new OperationError('not_found');
    }
    const given = { userId: subject.user_id, authorId: actor.user_id, reason: input.reason, now };
    audit({ patient_id: chart, additional_info: { reason_id: await keepReason(tx, given) } });
    const parties = await listParties(tx, input.assignment_id);
    await tellParties(tx, parties, { patient: 'care_ended', doctor: 'care_ended' }, now);
  },
});
