import { z } from 'zod';
import { findOwnFactor, markFactorNamed } from '#db/queries/factors';
import { seal } from '#lib/crypto/seal';
import { defineOperation } from '../define';
import { factorName } from './factor-name';

/** What the owner calls it. It changes nothing about signing in. */
export const renameFactor = defineOperation({
  name: 'factors.rename',
  kind: 'command',
  rest: 'PUT /users/me/factors/{id}',
  successStatus: 204,
  summary: 'Rename one of your second factors',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: z.uuid(), name: factorName }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'RENAME_FACTOR', resource: 'factor' },
  example: {
    input: { id: '01920000-0000-7000-8000-000000000007', name: 'Blue key' },
    output: undefined,
  },

  subject: async ({ tx, input }) => {
    const row = await findOwnFactor(tx, input.id);
    return row && { type: 'own', row };
  },

  async handle({ tx, subject, input }) {
    const { id } = subject.row;
    await markFactorNamed(tx, id, seal('factors.name', id, input.name));
  },
});
