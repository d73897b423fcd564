import { z } from 'zod';
import { lockLiveSession, markSessionRevoked } from '#db/queries/sessions';
import { sessionId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** S9: ends one session of the account, this one too. The next request of that session is refused. */
export const endSession = defineOperation({
  name: 'sessions.end',
  kind: 'command',
  rest: 'DELETE /users/me/sessions/{id}',
  successStatus: 204,
  summary: 'End one session',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: sessionId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'END_SESSION', resource: 'session' },
  example: { input: { id: '01920000-0000-7000-8000-000000000003' }, output: undefined },
  subject: async ({ tx, input }) => ((await lockLiveSession(tx, input.id)) ? ownRows() : null),

  async handle({ tx, input }) {
    await markSessionRevoked(tx, input.id, 'ended_by_owner');
  },
});
