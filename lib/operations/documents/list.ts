import { z } from 'zod';
import { listRecords } from '#db/queries/medical-records';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { viewWhole } from '../records/view-listed';
import { documentOf, documentView, exampleDocument } from './document-view';
import { listNewestFiles } from './newest-files';

/** The documents of one chart, a patient's own where none is named, the newest first. */
export const listDocuments = defineOperation({
  name: 'documents.list',
  kind: 'query',
  rest: 'GET /documents',
  summary: 'The documents of one patient',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ ...pageInput, patient_id: patientId.optional() }),
  output: pageOutput(documentView),
  errors: ['not_found'],
  audit: { event: 'LIST_DOCUMENTS', resource: 'document', details: ['patient_id', 'page', 'page_size'] },
  example: {
    input: { patient_id: exampleDocument.patient_id },
    output: { items: [exampleDocument], page: 1, page_size: 20, total: 1, pages: 1 },
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, input, subject }) {
    const chart = theChart(subject);
    const { patient_id } = chart;
    const filter = { patientId: patient_id, recordType: 'document', includeEnteredInError: false } as const;
    const { rows, total } = await listRecords(tx, filter, 'created_at desc', windowOf(input));
    const files = await listNewestFiles(tx, patient_id, rows);
    const views = await viewWhole(tx, rows, { key: chartKey(chart), actor, chart });
    return pageOf(
      views.map((view) => documentOf(view, files.get(view.id))),
      total,
      input,
    );
  },
});
