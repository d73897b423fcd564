import { z } from 'zod';
import { listPeople } from '#db/queries/people';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { queryFlag } from '#lib/domain/query-flag';
import { roles } from '#lib/policy/roles';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { listPeopleByEmail } from './list-by-email';
import { examplePerson, openPerson, person } from './person';

/** S47 and S57: the accounts of the clinic. */
export const listUsers = defineOperation({
  name: 'people.list',
  kind: 'query',
  rest: 'GET /admin/users',
  summary: 'The accounts of the clinic',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({
    ...pageInput,
    role: z.enum(roles).optional(),
    is_verified: queryFlag.optional(),
    sort_by: z.enum(['email', 'created_at', 'role']).default('created_at'),
    sort_order: z.enum(['asc', 'desc']).default('desc'),
  }),
  output: pageOutput(person),
  errors: [],
  audit: {
    event: 'LIST_USERS',
    resource: 'user',
    details: ['page', 'page_size', 'role', 'is_verified', 'sort_by', 'sort_order'],
  },
  example: {
    input: { role: 'patient' },
    output: { items: [examplePerson], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: theClinic,

  async handle({ tx, input }) {
    const { sort_by: by, sort_order: direction } = input;
    const filter = { role: input.role ?? null, isVerified: input.is_verified ?? null };
    const window = windowOf(input);
    const { rows, total } =
      by === 'email'
        ? await listPeopleByEmail(tx, filter, direction, window)
        : await listPeople(tx, filter, { by, direction }, window);
    return pageOf(rows.map(openPerson), total, input);
  },
});
