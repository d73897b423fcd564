import { z } from 'zod';
import { defineOperation } from '../define';
import { findAnyResource } from './find-resource';
import { exampleResource, resourceView, viewFound } from './found';
import { pointToOwn } from './own-references';
import { resourceType } from './resource-type';
import { requireVisits } from './visit-scope';

/** One resource of FHIR by its type and id, for whoever may open the chart that it stands in. */
export const readResource = defineOperation({
  name: 'resources.read',
  kind: 'query',
  rest: 'GET /resources/{resource_type}/{id}',
  summary: 'One FHIR resource',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ resource_type: resourceType, id: z.uuid() }),
  output: resourceView,
  errors: ['not_found'],
  audit: { event: 'READ_RESOURCE', resource: 'medical_record', details: ['resource_type'] },
  example: { input: { resource_type: 'Condition', id: exampleResource.id }, output: exampleResource },

  subject: ({ tx, input }) => findAnyResource(tx, input.resource_type, input.id),

  async handle({ tx, actor, input, subject }) {
    if (input.resource_type === 'Appointment') requireVisits(actor, subject);
    const found = subject.open();
    if (subject.type === 'chart') await pointToOwn(tx, subject.patient_id, [found]);
    return viewFound(found);
  },
});
