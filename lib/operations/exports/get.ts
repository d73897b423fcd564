import { z } from 'zod';
import { listExportParts } from '#db/queries/exports';
import { exportId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleExport, exportView, viewExport } from './export-view';
import { exportSubject } from './find-export';

/** How far an export of one's own has come, and what it has written. */
export const getExport = defineOperation({
  name: 'exports.get',
  kind: 'query',
  rest: 'GET /exports/{id}',
  summary: 'One export',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: exportId }),
  output: exportView,
  errors: ['not_found'],
  audit: { event: 'VIEW_EXPORT', resource: 'export' },
  example: { input: { id: exampleExport.id }, output: exampleExport },

  subject: ({ tx, input }) => exportSubject(tx, input.id),

  async handle({ tx, subject: { row } }) {
    return viewExport(row, row.state === 'done' ? await listExportParts(tx, row.id) : []);
  },
});
