import { z } from 'zod';
import { findImport, type ImportRow, markImportCancelled } from '#db/queries/fhir-imports';
import { OperationError } from '#lib/errors/operation-error';
import { importId } from '#lib/platform/ids';
import type { OwnSubject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleImport } from './import-view';

/** Stops an upload of one's own before it is in the chart. */
export const cancelImport = defineOperation({
  name: 'imports.cancel',
  kind: 'command',
  rest: 'DELETE /imports/{id}',
  successStatus: 204,
  summary: 'Stop an import',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: importId }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'CANCEL_IMPORT', resource: 'import' },
  example: { input: { id: exampleImport.id }, output: undefined },

  async subject({ tx, input }): Promise<(OwnSubject & { row: ImportRow }) | null> {
    const row = await findImport(tx, input.id);
    return row ? { type: 'own', row } : null;
  },

  async handle({ tx, input }) {
    if (!(await markImportCancelled(tx, input.id))) throw new OperationError('conflict');
  },
});
