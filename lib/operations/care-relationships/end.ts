import { z } from 'zod';
import { listParties, markCareEnded } from '#db/queries/care-grants';
import { OperationError } from '#lib/errors/operation-error';
import { careRelationshipId } from '#lib/platform/ids';
import { mayEndCare } from '#lib/policy/care';
import { defineOperation } from '../define';
import { careSubject } from './care-subject';
import { tellParties } from './tell-parties';

/** What was granted to a colleague or a carer ends now: their next request finds nothing. Who asks twice gets the same. */
export const endCare = defineOperation({
  name: 'care-relationships.end',
  kind: 'command',
  rest: 'DELETE /care-relationships/{id}',
  successStatus: 204,
  summary: 'End somebody’s access',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: careRelationshipId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'END_CARE', resource: 'care_relationship', details: ['id'] },
  example: { input: { id: '01920000-0000-7000-8000-000000000050' }, output: undefined },
  subject: careSubject,

  async handle({ tx, actor, now, input, subject: { row }, audit }) {
    audit({ patient_id: row.patient_id, additional_info: { kind: row.kind } });
    if (!mayEndCare(actor, row)) throw new OperationError('forbidden');
    if (!(await markCareEnded(tx, input.id))) return;
    const others = (await listParties(tx, input.id)).filter(({ id }) => id !== actor.user_id);
    const ended = 'care_ended';
    await tellParties(tx, others, { patient: ended, doctor: ended, carer: ended }, now);
  },
});
