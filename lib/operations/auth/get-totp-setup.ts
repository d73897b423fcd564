import { z } from 'zod';
import { findNewestFactor } from '#db/queries/factors';
import { findOwnAccount } from '#db/queries/own-account';
import { isBeingSetUp } from '#lib/auth/second-factor';
import { open } from '#lib/crypto/seal';
import { defineOperation } from '../define';
import { exampleTotpSetup, totpSetup, totpSetupOf } from './totp-setup';

/** What this session has begun and not yet confirmed, for as long as it waits for its first code. */
export const getTotpSetup = defineOperation({
  name: 'auth.get-totp-setup',
  kind: 'query',
  rest: 'GET /auth/mfa/totp/setup',
  summary: 'The authenticator app that you are setting up',
  permission: 'write:profile',
  stepUp: 'recent',
  assurance: 'aal1',
  input: z.strictObject({}),
  output: z.strictObject({ setup: totpSetup.nullable() }),
  errors: [],
  audit: { event: 'VIEW_FACTOR_SETUP', resource: 'factor' },
  example: { input: {}, output: { setup: exampleTotpSetup } },

  subject: async ({ tx }) => {
    const row = await findOwnAccount(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  async handle({ tx, actor, now, subject, audit }) {
    const newest = await findNewestFactor(tx);
    if (!newest || !isBeingSetUp(newest, actor.session_id, now)) return { setup: null };
    audit({ resource_id: newest.id });
    return { setup: totpSetupOf(subject.row, open('factors.secret', newest.id, newest.secret)) };
  },
});
