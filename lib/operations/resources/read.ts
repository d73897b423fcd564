import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '../define';
import { findAnyResource } from './find-resource';
import { exampleResource, resourceView, viewFound } from './found';
import { asSeen } from './own-references';
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
    const opened = subject.open();
    const [found] = subject.type === 'chart' ? await asSeen(tx, subject.patient_id, [opened]) : [opened];
    if (!found) throw new OperationError('not_found');
    return viewFound(found);
  },
});
