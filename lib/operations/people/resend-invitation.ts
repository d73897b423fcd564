import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { OperationError } from '#lib/errors/operation-error';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from './account-subject';
import { mailInvitation } from './mail-invitation';

/** Mails the invitation again, with a new link. Whoever is still to be agreed on as an admin gets none. */
export const resendInvitation = defineOperation({
  name: 'people.resend-invitation',
  kind: 'command',
  rest: 'POST /admin/invitations/{id}/resend',
  successStatus: 204,
  summary: 'Mail an invitation again',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'RESEND_INVITATION', resource: 'user', details: ['id'] },
  example: { input: { id: '01920000-0000-7000-8000-000000000001' }, output: undefined },
  subject: accountSubject,

  async handle({ tx, now, subject: { row } }) {
    const waits = !row.is_verified && row.role !== 'patient' && !row.disabled_at;
    const invited = waits ? await findAddressee(tx, row.id) : null;
    if (!invited) throw new OperationError('conflict');
    await mailInvitation(tx, invited, now);
  },
});
