import { z } from 'zod';
import { insertService } from '#db/queries/services';
import { newId } from '#lib/platform/ids';
import { siteSubject } from '../clinics/site-subject';
import { defineOperation } from '../define';
import { exampleService, exampleToldOfService, newService, requireMode } from './service-view';

/** A new visit type. No doctor offers it until they say so. */
export const createService = defineOperation({
  name: 'services.create',
  kind: 'command',
  rest: 'POST /services',
  successStatus: 201,
  summary: 'Add a visit type',
  permission: 'admin:system',
  stepUp: 'none',
  input: newService.superRefine(requireMode),
  output: z.strictObject({ id: z.uuid() }),
  errors: ['not_found'],
  audit: { event: 'CREATE_SERVICE', resource: 'clinic', details: ['clinic_id', 'minutes'] },
  example: {
    input: { clinic_id: exampleService.clinic_id, ...exampleToldOfService },
    output: { id: exampleService.id },
  },
  subject: ({ tx, input }) => siteSubject(tx, input.clinic_id),

  async handle({ tx, now, input, audit }) {
    const id = newId('services');
    await insertService(tx, { ...input, id, created_at: now });
    audit({ resource_id: id });
    return { id };
  },
});
