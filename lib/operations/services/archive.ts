import { z } from 'zod';
import { lockService, markServiceChanged } from '#db/queries/services';
import { serviceId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleService } from './service-view';

/** Nobody books it any more; visits that were booked for it stand, and still say what they are for. */
export const archiveService = defineOperation({
  name: 'services.archive',
  kind: 'command',
  rest: 'DELETE /services/{id}',
  successStatus: 204,
  summary: 'Archive a visit type',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: serviceId, expected_version: expectedVersion }),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'ARCHIVE_SERVICE', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleService.id }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockService(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, now, input, subject: { row } }) {
    requireVersion(row.version, input.expected_version);
    await markServiceChanged(tx, row, { archived_at: now });
  },
});
