import { z } from 'zod';
import { findOwnAccount } from '#db/queries/own-account';
import { defineOperation } from '../define';
import { openAccount } from './open-account';
import { exampleProfile, ownProfile } from './own-profile';

/** The account behind the session, and what its owner tells about themself. */
export const getMe = defineOperation({
  name: 'users.get-me',
  kind: 'query',
  rest: 'GET /users/me',
  summary: 'Your own account and profile',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: ownProfile,
  errors: [],
  audit: { event: 'VIEW_PROFILE', resource: 'user' },
  oneRead: true,
  example: {
    input: {},
    output: exampleProfile,
  },

  subject: async ({ tx }) => {
    const row = await findOwnAccount(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  handle({ actor, subject }) {
    const { patient_id, practitioner_id } = actor;
    return {
      ...openAccount(subject.row),
      ...(patient_id && { patient_id }),
      ...(practitioner_id && { practitioner_id }),
    };
  },
});
