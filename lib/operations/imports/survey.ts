import type { Tx } from '#db/client';
import { findChunkAfter, type ImportRow } from '#db/queries/fhir-imports';
import { open } from '#lib/crypto/seal';
import { conceptText } from '#lib/fhir/concept';
import { parseStored } from '#lib/fhir/json';
import { sourceIndex } from '../clinic-import/source-index';
import { parseEntries, type WaitingEntry } from './waiting-entry';

/** A record that comes. */
export interface SurveyedEntry extends Pick<WaitingEntry, 'position' | 'place' | 'type' | 'source_id'> {
  /** Where it comes from, blind, in hexadecimal. */
  readonly index: string;
}

/** What has to be known of all entries before the first is written: a few words of each. */
export interface Survey {
  readonly patient: WaitingEntry | null;
  readonly records: readonly SurveyedEntry[];
  /** The names of medicines that stand in entries of their own, by what refers to them. */
  readonly medicines: ReadonlyMap<string, string>;
}

export async function surveyEntries(tx: Tx, row: ImportRow, rejected: ReadonlySet<number>): Promise<Survey> {
  let patient: WaitingEntry | null = null;
  const records: SurveyedEntry[] = [];
  const medicines = new Map<string, string>();
  for await (const entries of acceptedEntries(tx, row, rejected)) {
    for (const entry of entries) {
      if (entry.type === 'Patient') patient ??= entry;
      else records.push(surveyed(row, entry));
      const name = entry.type === 'Medication' ? conceptText(parseStored(entry.text).code) : undefined;
      if (name !== undefined && entry.address !== null) medicines.set(entry.address, name);
    }
  }
  return { patient, records, medicines };
}

function surveyed(row: ImportRow, entry: WaitingEntry): SurveyedEntry {
  const { position, place, type, source_id } = entry;
  return { position, place, type, source_id, index: entryIndex(row, entry) };
}

/** What has no identity in its source is known by what it says: the same text twice is one record. */
export const entryIndex = (row: ImportRow, { source_id, text }: Pick<WaitingEntry, 'source_id' | 'text'>) =>
  sourceIndex(row.source_system, source_id ?? text).toString('hex');

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
