import { z } from 'zod';
import { listImports as findPage } from '#db/queries/fhir-imports';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleImport, importView, viewImport } from './import-view';

/** The actor's uploads; an admin's list holds those of the whole clinic. */
export const listImports = defineOperation({
  name: 'imports.list',
  kind: 'query',
  rest: 'GET /imports',
  summary: 'What was imported',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({ ...pageInput }),
  output: pageOutput(importView),
  errors: [],
  audit: { event: 'LIST_IMPORTS', resource: 'import' },
  example: { input: {}, output: { items: [exampleImport], page: 1, page_size: 20, total: 1, pages: 1 } },
  subject: ownRows,

  async handle({ tx, input }) {
    const { rows, total } = await findPage(tx, windowOf(input));
    return pageOf(rows.map(viewImport), total, input);
  },
});
