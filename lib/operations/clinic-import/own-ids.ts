import type { Tx } from '#db/client';
import { listRecordsBySource } from '#db/queries/source-records';
import { type Id, newId } from '#lib/platform/ids';
import { sourceIndex } from './source-index';

interface Sources {
  readonly system: string;
  /** What is being imported. */
  readonly coming: readonly string[];
  /** What reports among it refer to. */
  readonly referred: readonly string[];
}

/** Our id of each record that comes, and of each that is referred to and stands already, by the id in their source. */
export async function ownIds(
  tx: Tx,
  patientId: Id<'patients'>,
  { system, coming, referred }: Sources,
): Promise<ReadonlyMap<string, Id<'medical_records'>>> {
  const indexOf = new Map([...coming, ...referred].map((source) => [source, sourceIndex(system, source)]));
  const standing = await listRecordsBySource(tx, patientId, [...indexOf.values()]);
  const idAt = new Map(standing.map(({ id, source_index }) => [hex(source_index), id]));
  const ids = new Map(coming.map((source) => [source, newId('medical_records')]));
  for (const [source, index] of indexOf) {
    const id = idAt.get(hex(index));
    if (id) ids.set(source, id);
  }
  return ids;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
