import { z } from 'zod';
import { lockService, markServiceChanged } from '#db/queries/services';
import { serviceId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleService, exampleToldOfService, requireMode, toldOfService } from './service-view';

/** Changes what is told of a visit type. Visits that are booked keep their length. */
export const updateService = defineOperation({
  name: 'services.update',
  kind: 'command',
  rest: 'PUT /services/{id}',
  successStatus: 204,
  summary: 'Change a visit type',
  permission: 'admin:system',
  stepUp: 'none',
  input: z
    .strictObject({ id: serviceId, ...toldOfService, expected_version: expectedVersion })
    .superRefine(requireMode),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'UPDATE_SERVICE', resource: 'clinic', details: ['id', 'minutes'] },
  example: { input: { id: exampleService.id, ...exampleToldOfService }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockService(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, input: { id: _, expected_version, ...told }, subject: { row } }) {
    requireVersion(row.version, expected_version);
    await markServiceChanged(tx, row, told);
  },
});
