import { z } from 'zod';
import { findClinic } from '#db/queries/clinics';
import { clinicId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleSite, siteView } from './site-view';

/** One site, for those who run it. */
export const getClinic = defineOperation({
  name: 'clinics.get',
  kind: 'query',
  rest: 'GET /clinics/{id}',
  summary: 'One site of the clinic',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: clinicId }),
  output: siteView,
  errors: ['not_found'],
  audit: { event: 'VIEW_CLINIC', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleSite.id }, output: exampleSite },

  subject: async ({ tx, input }) => {
    const row = await findClinic(tx, input.id);
    return row && { type: 'clinic', row };
  },

  handle: ({ subject }) => subject.row,
});
