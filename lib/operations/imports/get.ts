import { z } from 'zod';
import { findImport, type ImportRow, listImportIssues } from '#db/queries/fhir-imports';
import { importId } from '#lib/platform/ids';
import type { OwnSubject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleImport, importView, viewImport } from './import-view';

/** A report that somebody reads. */
const shownIssues = 500;

/** How far an import is, and what was wrong with which entry. */
export const getImport = defineOperation({
  name: 'imports.get',
  kind: 'query',
  rest: 'GET /imports/{id}',
  summary: 'What became of an import',
  permission: 'read:profile',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({ id: importId }),
  output: z.strictObject({
    ...importView.shape,
    issues: z.array(
      z.strictObject({
        /** Of the entry in the upload, from 0. */
        position: z.int(),
        /** As in FHIRPath: `Bundle.entry[17].resource.code`. */
        path: z.string(),
        code: z.string(),
        severity: z.enum(['error', 'warning']),
      }),
    ),
  }),
  errors: ['not_found'],
  audit: { event: 'VIEW_IMPORT', resource: 'import' },
  example: { input: { id: exampleImport.id }, output: { ...exampleImport, issues: [] } },

  async subject({ tx, input }): Promise<(OwnSubject & { row: ImportRow }) | null> {
    const row = await findImport(tx, input.id);
    return row ? { type: 'own', row } : null;
  },

  async handle({ tx, subject: { row } }) {
    return { ...viewImport(row), issues: await listImportIssues(tx, row.id, shownIssues) };
  },
});
