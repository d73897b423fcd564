import { z } from 'zod';
import { listClinics as findAll } from '#db/queries/clinics';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** The sites of the organisation, for whoever says where somebody works. */
export const listClinics = defineOperation({
  name: 'clinics.list',
  kind: 'query',
  rest: 'GET /clinics',
  summary: 'The sites of the clinic',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: z.uuid(), name: z.string(), zone: z.string() })),
  }),
  errors: [],
  audit: { event: 'LIST_CLINICS', resource: 'clinic' },
  example: {
    input: {},
    output: {
      items: [
        { id: '01920000-0000-7000-8000-000000000005', name: 'Northgate Clinic', zone: 'Europe/London' },
      ],
    },
  },
  subject: theClinic,
  handle: async ({ tx }) => ({ items: await findAll(tx) }),
});
