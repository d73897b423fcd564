import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { documentInput } from './document-input';
import { documentView, exampleDocument, exampleFile, viewDocument } from './document-view';
import { listNewestFiles } from './newest-files';
import { receiveFile } from './receive-file';
import { uploadMediaTypes } from './upload-media-types';
import { writeDocument } from './write-document';

/** A doctor adds a document to the chart of somebody they treat. */
export const uploadDocument = defineOperation({
  name: 'documents.upload',
  kind: 'command',
  rest: 'POST /documents',
  successStatus: 201,
  summary: 'Add a document to a chart',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({ patient_id: patientId, ...documentInput }),
  output: documentView,
  errors: ['not_found', 'file_not_accepted'],
  audit: { event: 'UPLOAD_DOCUMENT', resource: 'document', details: ['category'] },
  consumes: uploadMediaTypes,
  example: {
    input: {
      patient_id: exampleDocument.patient_id,
      title: exampleDocument.title,
      category: 'letter',
      occurred_at: '2026-01-05',
      file_name: 'letter.txt',
      content: exampleFile,
    },
    output: { ...exampleDocument, origin: 'clinic', doctor_id: '01920000-0000-7000-8000-000000000004' },
  },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'document_upload', key: caller.session.id }] : [],
  prepare: ({ input }) => receiveFile(input),
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, now, input, prepared: file, subject }) {
    const chart = theChart(subject);
    const { practitioner_id, user_id } = actor;
    if (!practitioner_id) throw new OperationError('forbidden');
    const key = chartKey(chart);
    const row = await writeDocument(tx, { chart, key, input, file, user_id, practitioner_id, now });
    const files = await listNewestFiles(tx, chart.patient_id, [row]);
    return viewDocument(row, files.get(row.id), { key, actor, chart });
  },
});
