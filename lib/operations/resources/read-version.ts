import { z } from 'zod';
import { findResourceVersion } from '#db/queries/resources';
import { wholeNumber } from '#lib/domain/whole-number';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { resourceSubject } from './find-resource';
import { exampleResource, resourceView, viewFound } from './found';
import { openRecordVersion } from './open-resource';
import { asSeen } from './own-references';
import { resourceType } from './resource-type';

/** What a resource was at one of its versions. */
export const readResourceVersion = defineOperation({
  name: 'resources.read-version',
  kind: 'query',
  rest: 'GET /resources/{resource_type}/{id}/versions/{version}',
  summary: 'One version of a FHIR resource',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({
    resource_type: resourceType,
    id: z.uuid(),
    version: wholeNumber(1, 2_147_483_647),
  }),
  output: resourceView,
  errors: ['not_found'],
  audit: {
    event: 'READ_RESOURCE_HISTORY',
    resource: 'medical_record',
    details: ['resource_type', 'version'],
  },
  example: {
    input: { resource_type: 'Condition', id: exampleResource.id, version: 1 },
    output: exampleResource,
  },

  subject: ({ tx, input }) => resourceSubject(tx, input.resource_type, input.id),

  async handle({ tx, input, subject: { row } }) {
    const version = await findResourceVersion(tx, row, input.version);
    if (!version) throw new OperationError('not_found');
    const [found] = await asSeen(tx, row.patient_id, [openRecordVersion(row, version, chartKey(row))]);
    if (!found) throw new OperationError('not_found');
    return viewFound(found);
  },
});
