import { z } from 'zod';
import { blindIndex } from '#lib/crypto/blind-index';
import { emailAddress } from '#lib/domain/email';
import { pageOutput } from '#lib/domain/page';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { listed, listingDetails, listingInput } from './listing';
import { examplePerson, person } from './person';

/** The accounts with exactly this address. It comes in a body: addresses of pages and requests are kept in logs. */
export const searchUsers = defineOperation({
  name: 'people.search',
  kind: 'query',
  rest: 'POST /admin/user-search',
  summary: 'The account with an e-mail address',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({ ...listingInput, email: emailAddress }),
  output: pageOutput(person),
  errors: [],
  audit: { event: 'SEARCH_USERS', resource: 'user', details: listingDetails },
  example: {
    input: { email: 'elsa.vargas@example.org' },
    output: { items: [examplePerson], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: theClinic,

  async handle({ tx, input: { email, ...asked }, audit }) {
    const found = await listed(tx, asked, blindIndex('email', email));
    const [first] = found.items;
    audit({ ...(first && { resource_id: first.id }), additional_info: { found: found.total } });
    return found;
  },
});
