import { z } from 'zod';
import { listComingClosures } from '#db/queries/closures';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { closureView, exampleClosure } from './closure-view';

/** When sites are closed, today and later. */
export const listClosures = defineOperation({
  name: 'closures.list',
  kind: 'query',
  rest: 'GET /closures',
  summary: 'Holidays and closures to come',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(closureView) }),
  errors: [],
  audit: { event: 'LIST_CLOSURES', resource: 'clinic' },
  example: { input: {}, output: { items: [exampleClosure] } },
  subject: theClinic,
  handle: async ({ tx }) => ({ items: await listComingClosures(tx) }),
});
