import { z } from 'zod';
import { pageOutput } from '#lib/domain/page';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { listed, listingDetails, listingInput } from './listing';
import { examplePerson, person } from './person';

/** S47 and S57: the accounts of the clinic. */
export const listUsers = defineOperation({
  name: 'people.list',
  kind: 'query',
  rest: 'GET /admin/users',
  summary: 'The accounts of the clinic',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject(listingInput),
  output: pageOutput(person),
  errors: [],
  audit: { event: 'LIST_USERS', resource: 'user', details: listingDetails },
  example: {
    input: { role: 'patient' },
    output: { items: [examplePerson], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: theClinic,
  handle: ({ tx, input }) => listed(tx, input, null),
});
