import type { Tx } from '#db/client';
import type { ImportRow } from '#db/queries/fhir-imports';
import { asUploader, listAmendable } from '#db/queries/import-uploader';
import { lockRecordsBySource, type SourceRow } from '#db/queries/source-records';
import type { Id } from '#lib/platform/ids';
import { sourceIndex } from '../clinic-import/source-index';
import type { SurveyedEntry } from './survey';

/** By what a record that comes is known here, and what stands there already. */
export interface KnownRecord {
  readonly source_index: Buffer;
  readonly standing: SourceRow | null;
}

const soughtAtOnce = 1000;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/**
 * What stands already of the records that come, held until the end of the transaction. A doctor who uploads meets those
 * that they could amend themselves. Of the others they learn nothing: what they bring stands beside, under a place of
 * their own, and is found there the next time.
 */
export async function lookUpKnown(
  tx: Tx,
  row: ImportRow,
  patientId: Id<'patients'>,
  entries: readonly SurveyedEntry[],
): Promise<Map<string, KnownRecord>> {
  const known = new Map<string, KnownRecord>();
  for (let first = 0; first < entries.length; first += soughtAtOnce) {
    const places = entries.slice(first, first + soughtAtOnce).map(({ index }) => index);
    const { met, hidden } = await meet(tx, row, patientId, places);
    for (const place of places)
      known.set(place, { source_index: bytes(place), standing: met.get(place) ?? null });
    if (hidden.length === 0) continue;
    const beside = new Map(hidden.map((place) => [hex(sourceIndex(String(row.created_by), place)), place]));
    const again = await meet(tx, row, patientId, [...beside.keys()]);
    for (const [theirs, place] of beside)
      known.set(place, { source_index: bytes(theirs), standing: again.met.get(theirs) ?? null });
  }
  return known;
}

const bytes = (place: string) => Buffer.from(place, 'hex');

async function meet(tx: Tx, row: ImportRow, patientId: Id<'patients'>, places: readonly string[]) {
  const rows = await lockRecordsBySource(tx, patientId, places.map(bytes));
  const ids = rows.map(({ id }) => id);
  // The clinic's own import has no uploader who could read anything.
  const amendable =
    row.into_patient_id === null ? ids : ((await asUploader(tx, row.id, () => listAmendable(tx, ids))) ?? []);
  const may = new Set(amendable);
  const met = new Map(
    rows.filter(({ id }) => may.has(id)).map((each) => [hex(each.source_index), each] as const),
  );
  return { met, hidden: rows.filter(({ id }) => !may.has(id)).map((each) => hex(each.source_index)) };
}
