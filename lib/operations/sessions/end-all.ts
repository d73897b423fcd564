import { z } from 'zod';
import { markSessionsRevoked } from '#db/queries/sessions';
import { queryFlag } from '#lib/domain/query-flag';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** S10: signs the account out everywhere, by request of its owner. The next request of each session is refused. */
export const endAllSessions = defineOperation({
  name: 'sessions.end-all',
  kind: 'command',
  rest: 'DELETE /users/me/sessions',
  successStatus: 204,
  summary: 'Sign out everywhere',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({
    keep_current: queryFlag.default(false),
  }),
  output: z.void(),
  errors: [],
  audit: { event: 'END_SESSIONS', resource: 'session', details: ['keep_current'] },
  example: { input: { keep_current: true }, output: undefined },
  subject: ownRows,

  async handle({ tx, actor, input, audit }) {
    const kept = input.keep_current ? actor.session_id : null;
    const ended = await markSessionsRevoked(tx, kept, 'ended_by_owner');
    audit({ additional_info: { ended } });
  },
});
