import { z } from 'zod';
import { doctorWish } from '#lib/auth/prepare-practitioner';
import { OperationError } from '#lib/errors/operation-error';
import { userId } from '#lib/platform/ids';
import { roles } from '#lib/policy/roles';
import { approvalConstraints, askForApproval } from '../approvals/ask';
import { askedApproval, exampleAskedApproval } from '../approvals/asked-approval';
import { defineOperation } from '../define';
import { accountSubject } from './account-subject';
import { doctorInput, neededOfDoctor, requireFields } from './doctor-input';
import { typedReason } from './typed-reason';

/**
 * S48: asks for another role. It changes once a second admin has agreed, and never by this alone. Of a new doctor it
 * takes what patients will read of them, which is kept with the wish until then.
 */
export const changeRole = defineOperation({
  name: 'people.change-role',
  kind: 'command',
  rest: 'PUT /admin/users/{id}',
  successStatus: 202,
  summary: 'Ask for another role of an account',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z
    .strictObject({ id: userId, role: z.enum(roles), reason: typedReason, ...doctorInput })
    .superRefine((input, context) => {
      if (input.role === 'doctor') requireFields(neededOfDoctor, input, context);
    }),
  output: askedApproval,
  errors: ['not_found', 'conflict'],
  constraints: { ...approvalConstraints, approvals_clinic_id_clinics_id_fk: 'conflict' },
  audit: { event: 'REQUEST_ROLE', resource: 'user', details: ['id', 'role'] },
  example: {
    input: {
      id: '01920000-0000-7000-8000-000000000006',
      role: 'admin',
      reason: 'Takes over from Vera',
    },
    output: exampleAskedApproval,
  },
  subject: accountSubject,

  async handle({ tx, actor, now, input, subject, audit }) {
    const { user_id: userId, row } = subject;
    if (row.role === input.role || row.disabled_at) throw new OperationError('conflict');
    const { role, reason } = input;
    const doctor = role === 'doctor' ? await doctorWish(tx, input) : undefined;
    return askForApproval(
      { tx, actor, now, audit },
      { kind: 'grant_role', role, doctor },
      { userId, reason },
    );
  },
});
