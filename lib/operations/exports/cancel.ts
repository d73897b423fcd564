import { z } from 'zod';
import { markExportCancelled } from '#db/queries/exports';
import { OperationError } from '#lib/errors/operation-error';
import { exportId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleExport } from './export-view';
import { exportSubject } from './find-export';

/** Drops an export: nothing more is written, and what was is gone. */
export const cancelExport = defineOperation({
  name: 'exports.cancel',
  kind: 'command',
  rest: 'DELETE /exports/{id}',
  successStatus: 202,
  summary: 'Cancel an export',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: exportId }),
  output: z.strictObject({ id: z.uuid() }),
  errors: ['not_found'],
  audit: { event: 'CANCEL_EXPORT', resource: 'export' },
  example: { input: { id: exampleExport.id }, output: { id: exampleExport.id } },

  subject: ({ tx, input }) => exportSubject(tx, input.id),

  async handle({ tx, input }) {
    // Cancelled by another request since this one has looked.
    if (!(await markExportCancelled(tx, input.id))) throw new OperationError('not_found');
    return { id: input.id };
  },
});
