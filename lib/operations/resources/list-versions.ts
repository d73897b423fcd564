import { z } from 'zod';
import { listResourceVersions } from '#db/queries/resources';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { resourceSubject } from './find-resource';
import { exampleResource, resourceView, viewFound } from './found';
import { openRecordVersion } from './open-resource';
import { asSeen } from './own-references';
import { resourceType } from './resource-type';

/** Everything that a resource has been, the current version first. */
export const listVersionsOfResource = defineOperation({
  name: 'resources.list-versions',
  kind: 'query',
  rest: 'GET /resources/{resource_type}/{id}/versions',
  summary: 'Every version of a FHIR resource',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ resource_type: resourceType, id: z.uuid() }),
  output: z.strictObject({ items: z.array(resourceView) }),
  errors: ['not_found'],
  audit: { event: 'READ_RESOURCE_HISTORY', resource: 'medical_record', details: ['resource_type'] },
  example: {
    input: { resource_type: 'Condition', id: exampleResource.id },
    output: { items: [exampleResource] },
  },

  subject: ({ tx, input }) => resourceSubject(tx, input.resource_type, input.id),

  async handle({ tx, subject: { row } }) {
    const key = chartKey(row);
    const versions = await listResourceVersions(tx, row);
    const found = versions.map((version) => openRecordVersion(row, version, key));
    const seen = await asSeen(tx, row.patient_id, found);
    if (seen.length === 0) throw new OperationError('not_found');
    return { items: seen.map(viewFound) };
  },
});
