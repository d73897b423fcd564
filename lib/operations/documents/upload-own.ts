import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject } from '../patients/find-chart';
import { documentInput } from './document-input';
import { documentView, exampleDocument, exampleFile, viewDocument } from './document-view';
import { listNewestFiles } from './newest-files';
import { receiveFile } from './receive-file';
import { uploadMediaTypes } from './upload-media-types';
import { writeDocument } from './write-document';

/** A patient adds a document to their own chart, where it is marked as theirs. */
export const uploadOwnDocument = defineOperation({
  name: 'documents.upload-own',
  kind: 'command',
  rest: 'POST /users/me/documents',
  successStatus: 201,
  summary: 'Add a document to your own record',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject(documentInput),
  output: documentView,
  errors: ['file_not_accepted'],
  audit: { event: 'UPLOAD_DOCUMENT', resource: 'document', details: ['category'] },
  consumes: uploadMediaTypes,
  example: {
    input: {
      title: exampleDocument.title,
      category: 'letter',
      occurred_at: '2026-01-05',
      file_name: 'letter.txt',
      content: exampleFile,
    },
    output: exampleDocument,
  },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'document_upload', key: caller.session.id }] : [],
  prepare: ({ input }) => receiveFile(input),
  subject: ({ tx }) => chartSubject(tx, undefined),

  async handle({ tx, actor, now, input, prepared: file, subject: chart }) {
    // Staff without a record of their own.
    if (chart.type !== 'chart') throw new OperationError('forbidden');
    const key = chartKey(chart);
    const { user_id } = actor;
    const row = await writeDocument(tx, { chart, key, input, file, user_id, practitioner_id: null, now });
    const files = await listNewestFiles(tx, chart.patient_id, [row]);
    return viewDocument(row, files.get(row.id), { key, actor, chart });
  },
});
