import { z } from 'zod';
import type { ExportRow, PartRow } from '#db/queries/exports';
import { instantText } from '#lib/platform/instant-text';

export const exportView = z.strictObject({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  /** Charts in all, and those that are written. */
  total: z.int(),
  done: z.int(),
  types: z.array(z.string()).nullable(),
  since: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  /** Until when its files can be taken. */
  expires_at: z.iso.datetime(),
  /** Once all is written. Several files may be of one type. */
  files: z.array(z.strictObject({ resource_type: z.string(), part: z.int(), count: z.int().nullable() })),
});

export type ExportView = z.output<typeof exportView>;

export function viewExport(row: ExportRow, parts: readonly PartRow[]): ExportView {
  return {
    id: row.id,
    state: row.state === 'cancelled' ? 'failed' : row.state,
    total: row.total,
    done: row.done,
    types: row.types,
    since: row.since && instantText(row.since),
    created_at: instantText(row.created_at),
    expires_at: instantText(row.expires_at),
    files: parts.map(({ resource_type, part, entries }) => ({
      resource_type,
      part,
      // Each chart brings its own, and the file has each once.
      count: resource_type === 'Practitioner' ? null : entries,
    })),
  };
}

export const exampleExport: ExportView = {
  id: '01920000-0000-7000-8000-000000000070',
  state: 'queued',
  total: 1,
  done: 0,
  types: ['Condition'],
  since: null,
  created_at: '2026-01-05T09:00:00Z',
  expires_at: '2026-01-06T09:00:00Z',
  files: [],
};
