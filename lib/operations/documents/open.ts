import { z } from 'zod';
import { findDocumentFile } from '#db/queries/blobs';
import { OperationError } from '#lib/errors/operation-error';
import { mediaTypes } from '#lib/files/file-kind';
import { savedName } from '#lib/files/file-name';
import { recordId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { exampleDocument, exampleFile, isOpenable, stateOf } from './document-view';
import { fileBytes } from './file-bytes';
import { fileOf } from './stored-bytes';

/**
 * The file of a document, to be looked at or to be saved. Whoever may see the record may have it, unless it is held
 * back for everybody.
 */
export const openDocument = defineOperation({
  name: 'documents.open',
  kind: 'query',
  rest: 'GET /documents/{id}/content',
  summary: 'The file of a document',
  permission: 'read:records',
  stepUp: 'none',
  /** Of the document, or of a file that it has or had. */
  input: z.strictObject({ id: recordId, as: z.enum(['view', 'download']).default('download') }),
  output: z.strictObject({
    /** Under which it may be saved. */
    name: z.string(),
    media_type: z.enum(mediaTypes),
    content: fileBytes,
  }),
  errors: ['not_found', 'file_withheld'],
  audit: { event: 'DOWNLOAD_DOCUMENT', resource: 'document' },
  oneRead: true,
  example: {
    input: { id: exampleDocument.id },
    output: { name: 'letter.txt', media_type: 'text/plain', content: exampleFile },
  },

  subject: async ({ tx, input }) => {
    const row = await findDocumentFile(tx, input.id);
    if (row?.record_type !== 'document') return null;
    return { type: 'chart', patient_id: row.patient_id, relation: row.relation, record: row, row };
  },

  async handle({ input, subject: { row }, audit }) {
    if (input.as === 'view') audit({ event: 'VIEW_DOCUMENT' });
    const { file } = row;
    if (!file) throw new OperationError('not_found');
    if (!isOpenable(stateOf(file))) throw new OperationError('file_withheld');
    const { facts, bytes } = await fileOf(file, chartKey(row));
    const { media_type } = facts;
    return { name: savedName(facts.file_name ?? '', media_type), media_type, content: bytes };
  },
});
