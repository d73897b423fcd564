import { z } from 'zod';
import { endSessionsOf, findAddressee } from '#db/queries/administered-accounts';
import { OperationError } from '#lib/errors/operation-error';
import { tellAccount } from '#lib/notify/tell-account';
import { sessionId, userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from './account-subject';
import { examplePerson } from './person';

/** Ends one session of an account, or all: its next request is refused. The owner hears of it. */
export const endPersonSessions = defineOperation({
  name: 'people.end-sessions',
  kind: 'command',
  rest: 'DELETE /admin/users/{id}/sessions',
  successStatus: 204,
  summary: 'Sign an account out',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId, session_id: sessionId.optional() }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'END_SESSIONS', resource: 'user', details: ['id', 'session_id'] },
  example: { input: { id: examplePerson.id }, output: undefined },
  subject: accountSubject,

  async handle({ tx, now, input, subject, audit }) {
    const { user_id: id } = subject;
    const ended = await endSessionsOf(tx, id, input.session_id ?? null, 'ended_by_admin');
    audit({ additional_info: { ended } });
    if (ended === 0 && input.session_id) throw new OperationError('not_found');
    const owner = ended > 0 ? await findAddressee(tx, id) : null;
    if (owner) await tellAccount(tx, owner, { template: 'sessions_ended', params: {} }, now);
  },
});
