import { z } from 'zod';
import { findPerson } from '#db/queries/people';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { examplePerson, openPerson, person } from './person';

/** One account: one's own, or anyone's for those who administer accounts. */
export const getPerson = defineOperation({
  name: 'people.get',
  kind: 'query',
  rest: 'GET /users/{id}',
  summary: 'One account',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({ id: userId }),
  output: person,
  errors: ['not_found'],
  audit: { event: 'VIEW_USER', resource: 'user', details: ['id'] },
  oneRead: true,
  example: { input: { id: examplePerson.id }, output: examplePerson },

  subject: async ({ tx, input }) => {
    const row = await findPerson(tx, input.id);
    return row && { type: 'account', user_id: row.id, row };
  },

  handle: ({ subject }) => openPerson(subject.row),
});
