import { z } from 'zod';
import { listServices as findAll } from '#db/queries/services';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleService, serviceView } from './service-view';

/** What somebody may come for, at any site: for all who book or are booked. */
export const listServices = defineOperation({
  name: 'services.list',
  kind: 'query',
  rest: 'GET /services',
  summary: 'Visit types of the clinic',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(serviceView) }),
  errors: [],
  audit: { event: 'LIST_SERVICES', resource: 'clinic' },
  example: { input: {}, output: { items: [exampleService] } },
  subject: theClinic,
  handle: async ({ tx }) => ({ items: await findAll(tx) }),
});
