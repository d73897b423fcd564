import { z } from 'zod';
import { countUnusedRecoveryCodes } from '#db/queries/recovery-codes';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** How many codes still work. The codes themselves are shown when they are made, and never again. */
export const countRecoveryCodes = defineOperation({
  name: 'recovery-codes.count',
  kind: 'query',
  rest: 'GET /auth/mfa/recovery-codes',
  summary: 'How many of your recovery codes are left',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ unused: z.int() }),
  errors: [],
  audit: { event: 'LIST_RECOVERY_CODES', resource: 'factor' },
  example: { input: {}, output: { unused: 10 } },
  subject: ownRows,
  handle: async ({ tx }) => ({ unused: await countUnusedRecoveryCodes(tx) }),
});
