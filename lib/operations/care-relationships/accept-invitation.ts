import { z } from 'zod';
import { insertCare, listParties } from '#db/queries/care-grants';
import { findOpenInvitation, markInvitationUsed } from '#db/queries/carer-invitations';
import { fromPlace } from '#lib/auth/throttle-keys';
import { hashToken } from '#lib/crypto/tokens';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { newId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { tellParties } from './tell-parties';

const invalidToken = () => invalidField('token', 'invalid_token', 'This invitation was used or is too old');

/**
 * Whoever was invited begins to look after the record, with the account of the address that the mail went to: a link
 * that was passed on opens nothing. Staff do it with an account of their own beside the one of their work.
 */
export const acceptCarerInvitation = defineOperation({
  name: 'care-relationships.accept-invitation',
  kind: 'command',
  rest: 'POST /care-relationships/invitations/accept',
  summary: 'Begin to look after a record',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ token: opaqueToken }),
  output: z.strictObject({ id: z.uuid(), patient_id: z.uuid() }),
  errors: ['conflict'],
  constraints: { care_relationships_one_carer: 'conflict' },
  audit: { event: 'ACCEPT_CARER_INVITATION', resource: 'care_relationship' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: {
      id: '01920000-0000-7000-8000-000000000050',
      patient_id: '01920000-0000-7000-8000-000000000002',
    },
  },
  throttle: ({ request }) => [fromPlace('account_link', request.ip)],
  subject: ownRows,

  async handle({ tx, actor, now, input, audit }) {
    if (actor.role !== 'patient') throw new OperationError('forbidden');
    const invitation = await findOpenInvitation(tx, hashToken(input.token));
    const isOwn = invitation?.patient_id === actor.patient_id;
    if (!invitation || isOwn || !(await markInvitationUsed(tx, invitation.id))) throw invalidToken();
    const id = newId('care_relationships');
    const { patient_id, scope, valid_until } = invitation;
    await insertCare(tx, {
      ...{ id, patient_id, scope, valid_until },
      user_id: actor.user_id,
      kind: 'carer',
      source_id: invitation.id,
      valid_from: now,
      created_at: now,
    });
    audit({ resource_id: id, patient_id, additional_info: { scope } });
    await tellParties(tx, await listParties(tx, id), { patient: 'carer_accepted' }, now);
    return { id, patient_id };
  },
});
