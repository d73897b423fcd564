import { z } from 'zod';
import { listLiveUsers } from '#db/queries/imports';
import { open } from '#lib/crypto/seal';
import { env } from '#lib/platform/env';
import { roles } from '#lib/policy/roles';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { demoDomain, demoPassword, demoTotpSecret } from './demo-credentials';

/** How to sign in to the demo as anybody of it. Elsewhere it does not exist. */
export const listDemoAccounts = defineOperation({
  name: 'demo-accounts.list',
  kind: 'query',
  rest: 'GET /demo/accounts',
  summary: 'How to sign in to the demo clinic',
  permission: 'write:profile',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        email: z.string(),
        password: z.string(),
        role: z.enum(roles),
        /** Base32; null for an account without a second factor. */
        totp_secret: z.string().nullable(),
      }),
    ),
  }),
  errors: ['not_found'],
  audit: { event: 'LIST_DEMO_ACCOUNTS', resource: 'user' },
  example: {
    input: {},
    output: {
      items: [
        {
          email: `elsa.vargas@${demoDomain}`,
          password: demoPassword,
          role: 'patient',
          totp_secret: null,
        },
      ],
    },
  },

  // No person may write for the clinic as a whole: the policy refuses all but the job.
  subject: () => (env().mode === 'demo' ? theClinic() : null),

  async handle({ tx }) {
    const rows = await listLiveUsers(tx);
    const accounts = rows.map(({ id, role, email }) => ({ role, email: open('users.email', id, email) }));
    return {
      items: accounts
        .filter(({ email }) => email.endsWith(`@${demoDomain}`))
        .map(({ email, role }) => ({
          email,
          password: demoPassword,
          role,
          totp_secret: role === 'patient' ? null : demoTotpSecret(email),
        })),
    };
  },
});
