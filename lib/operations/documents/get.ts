import { z } from 'zod';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { recordSubject } from '../records/find-record';
import { documentView, exampleDocument, viewDocument } from './document-view';
import { listNewestFiles } from './newest-files';

/** One document, without its file. As visible as any record. */
export const getDocument = defineOperation({
  name: 'documents.get',
  kind: 'query',
  rest: 'GET /documents/{id}',
  summary: 'One document',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: recordId }),
  output: documentView,
  errors: ['not_found'],
  audit: { event: 'VIEW_RECORD', resource: 'document' },
  example: { input: { id: exampleDocument.id }, output: exampleDocument },

  subject: async ({ tx, input }) => {
    const found = await recordSubject(tx, input.id);
    return found?.row.record_type === 'document' ? found : null;
  },

  async handle({ tx, actor, subject: chart }) {
    const { row } = chart;
    const files = await listNewestFiles(tx, row.patient_id, [row]);
    return viewDocument(row, files.get(row.id), { key: chartKey(row), actor, chart });
  },
});
