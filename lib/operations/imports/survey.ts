import type { Tx } from '#db/client';
import { findChunkAfter, type ImportRow } from '#db/queries/fhir-imports';
import { open } from '#lib/crypto/seal';
import { conceptText } from '#lib/fhir/concept';
import { parseStored } from '#lib/fhir/json';
import { parseEntries, type WaitingEntry } from './waiting-entry';

/** What has to be known of all entries before the first is written: a few words of each. */
export interface Survey {
  readonly patient: WaitingEntry | null;
  /** By what their source knows the records. */
  readonly sourceIds: readonly string[];
  /** The names of medicines that stand in entries of their own, by what refers to them. */
  readonly medicines: ReadonlyMap<string, string>;
}

export async function surveyEntries(tx: Tx, row: ImportRow, rejected: ReadonlySet<number>): Promise<Survey> {
  let patient: WaitingEntry | null = null;
  const sourceIds: string[] = [];
  const medicines = new Map<string, string>();
  for await (const entries of acceptedEntries(tx, row, rejected)) {
    for (const entry of entries) {
      if (entry.type === 'Patient') patient ??= entry;
      else if (entry.source_id !== null) sourceIds.push(entry.source_id);
      const name = entry.type === 'Medication' ? conceptText(parseStored(entry.text).code) : undefined;
      if (name !== undefined && entry.address !== null) medicines.set(entry.address, name);
    }
  }
  return { patient, sourceIds, medicines };
}

/** The entries that nothing keeps out, one run of them at a time. */
export async function* acceptedEntries(
  tx: Tx,
  row: ImportRow,
  rejected: ReadonlySet<number>,
): AsyncGenerator<WaitingEntry[]> {
  for (let chunk = await findChunkAfter(tx, row.id, -1); chunk; ) {
    const entries = parseEntries(open('import_chunks.content', chunk.id, chunk.content));
    yield entries.filter(({ position }) => !rejected.has(position));
    chunk = await findChunkAfter(tx, row.id, chunk.position);
  }
}
