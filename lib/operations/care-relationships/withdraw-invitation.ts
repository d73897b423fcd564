import { z } from 'zod';
import { markInvitationTakenBack } from '#db/queries/carer-invitations';
import { OperationError } from '#lib/errors/operation-error';
import { carerInvitationId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartSubject, theChart } from '../patients/find-chart';

/** The patient takes an invitation back that nobody has accepted: its link opens nothing from then on. */
export const withdrawCarerInvitation = defineOperation({
  name: 'care-relationships.withdraw-invitation',
  kind: 'command',
  rest: 'DELETE /care-relationships/invitations/{id}',
  successStatus: 204,
  summary: 'Take an invitation of a carer back',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: carerInvitationId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'WITHDRAW_CARER_INVITATION', resource: 'care_relationship', details: ['id'] },
  example: { input: { id: '01920000-0000-7000-8000-000000000051' }, output: undefined },
  subject: ({ tx }) => chartSubject(tx, undefined),

  async handle({ tx, input, subject }) {
    theChart(subject);
    if (!(await markInvitationTakenBack(tx, input.id))) throw new OperationError('not_found');
  },
});
