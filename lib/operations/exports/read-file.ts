import { z } from 'zod';
import { type LinesRow, listLines } from '#db/queries/exports';
import { open } from '#lib/crypto/seal';
import { wholeNumber } from '#lib/domain/whole-number';
import { OperationError } from '#lib/errors/operation-error';
import { exportId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { resourceType } from '../resources/resource-type';
import { exampleExport } from './export-view';
import { exportSubject } from './find-export';

/** One file of an export: a resource a line, all of one type, as far as its reader still sees their charts. */
export const readExportFile = defineOperation({
  name: 'exports.read-file',
  kind: 'query',
  rest: 'GET /exports/{id}/files/{resource_type}/{part}',
  summary: 'One file of an export',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: exportId, resource_type: resourceType, part: wholeNumber(1, 100_000) }),
  output: z.strictObject({ lines: z.string() }),
  errors: ['not_found'],
  audit: { event: 'READ_EXPORT_FILE', resource: 'export', details: ['resource_type', 'part'] },
  example: {
    input: { id: exampleExport.id, resource_type: 'Patient', part: 1 },
    output: { lines: '{"resourceType":"Patient"}\n' },
  },

  subject: ({ tx, input }) => exportSubject(tx, input.id),

  async handle({ tx, input: { id, resource_type, part } }) {
    const rows = await listLines(tx, id, resource_type, part);
    if (rows.length === 0) throw new OperationError('not_found');
    const lines = rows.map(openLines).join('');
    // Somebody who writes in several charts is one person.
    return { lines: resource_type === 'Practitioner' ? once(lines) : lines };
  },
});

const openLines = ({ id, content, ...key }: LinesRow) =>
  open('export_files.content', id, content, chartKey(key));

const once = (lines: string) => [...new Set(lines.split('\n'))].join('\n');
