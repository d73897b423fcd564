import type { Tx } from '#db/client';
import { type ExportRow, findExport } from '#db/queries/exports';
import type { Id } from '#lib/platform/ids';
import { type OwnSubject, ownRows } from '#lib/policy/subject';

/** An export is its maker's alone: row security shows it to nobody else. */
export async function exportSubject(
  tx: Tx,
  id: Id<'exports'>,
): Promise<(OwnSubject & { readonly row: ExportRow }) | null> {
  const row = await findExport(tx, id);
  return row && { ...ownRows(), row };
}
