import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { addInvitedStaff } from '#lib/auth/invite-staff';
import { emailAddress } from '#lib/domain/email';
import { personName } from '#lib/domain/person';
import { OperationError } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { askForApproval } from '../approvals/ask';
import { defineOperation } from '../define';
import { doctorInput, neededOfDoctor, requireFields } from './doctor-input';
import { mailInvitation } from './mail-invitation';
import { typedReason } from './typed-reason';

/** What only one of the two kinds of staff needs. */
const needed = { doctor: neededOfDoctor, admin: ['reason'] } as const;

/**
 * Invites staff by mail. A doctor's link goes out at once; that of an admin once a second admin has agreed, because no
 * admin makes another alone.
 */
export const inviteStaff = defineOperation({
  name: 'people.invite',
  kind: 'command',
  rest: 'POST /admin/invitations',
  successStatus: 201,
  summary: 'Invite a doctor or an admin',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z
    .strictObject({
      email: emailAddress,
      role: z.enum(['doctor', 'admin']),
      first_name: personName.optional(),
      last_name: personName.optional(),
      ...doctorInput,
      /** For the admin who is asked to agree. */
      reason: typedReason.optional(),
    })
    .superRefine((input, context) => requireFields(needed[input.role], input, context)),
  output: z.strictObject({ id: z.uuid(), approval_id: z.uuid().nullable() }),
  errors: ['conflict'],
  constraints: { practitioners_clinic_id_clinics_id_fk: 'conflict' },
  audit: { event: 'INVITE_USER', resource: 'user', details: ['role'] },
  example: {
    input: {
      email: 'new.doctor@example.org',
      role: 'doctor',
      first_name: 'Ines',
      last_name: 'Duarte',
      display_name: 'Dr Ines Duarte',
      speciality: 'General practice',
    },
    output: { id: '01920000-0000-7000-8000-000000000001', approval_id: null },
  },
  subject: theClinic,

  async handle({ tx, actor, now, input, audit }) {
    const userId = await addInvitedStaff(tx, input, now);
    const invited = userId && (await findAddressee(tx, userId));
    if (!invited) throw new OperationError('conflict');
    if (input.role === 'doctor') {
      await mailInvitation(tx, invited, now);
      return { id: invited.id, approval_id: null };
    }
    const wish = { userId: invited.id, reason: input.reason ?? '' };
    const asked = await askForApproval(
      { tx, actor, now, audit },
      { kind: 'grant_role', role: 'admin' },
      wish,
    );
    return { id: invited.id, approval_id: asked.approval_id };
  },
});
