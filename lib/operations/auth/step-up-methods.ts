import { z } from 'zod';
import { listAnsweringMethods } from '#db/queries/factors';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { strongestFirst } from './methods';

/** By what the account can show again whose session this is, the strongest first. */
export const stepUpMethods = defineOperation({
  name: 'auth.step-up-methods',
  kind: 'query',
  rest: 'GET /auth/step-up',
  summary: 'Ways to confirm that it is you',
  permission: 'read:profile',
  stepUp: 'none',
  assurance: 'aal1',
  input: z.strictObject({}),
  output: z.strictObject({
    methods: z.array(z.enum(['webauthn', 'totp', 'sms', 'recovery_code', 'password'])),
  }),
  errors: [],
  audit: { event: 'LIST_STEP_UP_METHODS', resource: 'session' },
  example: { input: {}, output: { methods: ['totp', 'recovery_code'] } },
  subject: ownRows,

  async handle({ tx, actor }) {
    if (!actor.has_confirmed_factor) return { methods: ['password' as const] };
    return { methods: strongestFirst(await listAnsweringMethods(tx)) };
  },
});
