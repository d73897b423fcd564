import { z } from 'zod';
import { markSessionRevoked } from '#db/queries/sessions';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** Ends the session that asks. Open to whoever still owes a second factor: leaving is always allowed. */
export const signOut = defineOperation({
  name: 'auth.sign-out',
  kind: 'command',
  rest: 'POST /auth/sign-out',
  successStatus: 204,
  summary: 'End this session',
  permission: 'write:profile',
  stepUp: 'none',
  assurance: 'aal1',
  input: z.strictObject({}),
  output: z.void(),
  errors: [],
  audit: { event: 'LOGOUT', resource: 'session' },
  example: { input: {}, output: undefined },
  subject: ownRows,

  async handle({ tx, actor, audit }) {
    audit({ resource_id: actor.session_id });
    await markSessionRevoked(tx, actor.session_id, 'signed_out');
  },
});
