import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { blobs, ScanState } from '../schema/blobs';
import type { ChartKeyRow } from './charts';

type Blob = typeof blobs.$inferSelect;
type Kept = Pick<Blob, 'id' | 'patient_id' | 'record_id' | 'facts' | 'storage' | 'stored_hash'> & {
  /** Null where they stand in the object store. */
  sealed_bytes: Uint8Array | null;
};

export type BlobToScan = Kept & ChartKeyRow;

const keptColumns = (tx: Tx) => tx`
  b.id, b.patient_id, b.record_id, b.facts, b.storage, b.stored_hash,
  (select string_agg(c.content, ''::bytea order by c.part) from blob_chunks c
    where c.patient_id = b.patient_id and c.blob_id = b.id) as sealed_bytes`;

/**
 * Takes files that wait to be looked at. Whoever takes them has until then; after that, as after a kill, they are there
 * for the next.
 */
export async function claimBlobsToScan(
  tx: Tx,
  until: Temporal.Instant,
  limit: number,
): Promise<Id<'blobs'>[]> {
  const rows = await tx<{ id: Id<'blobs'> }[]>`
    update blobs set scan_after = ${until}
     where id in (
       select id from blobs where scan in ('scanning', 'scan_failed') and scan_after <= app.now()
        order by scan_after limit ${limit} for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

export async function findBlobToScan(tx: Tx, id: Id<'blobs'>): Promise<BlobToScan | null> {
  const [row] = await tx<BlobToScan[]>`
    select ${keptColumns(tx)}, k.id as key_id, k.version as key_version, k.wrapped_key
      from blobs b join patient_keys k on k.patient_id = b.patient_id
     where b.id = ${id} and b.scan in ('scanning', 'scan_failed')`;
  return row ?? null;
}

export interface ScannedBlob {
  id: Id<'blobs'>;
  patient_id: Id<'patients'>;
  record_id: Id<'medical_records'>;
  uploaded_by: Id<'users'>;
}

/** Null where somebody else has been told first. */
export async function markBlobScanned(
  tx: Tx,
  { id, scan, scanAfter }: { id: Id<'blobs'>; scan: ScanState; scanAfter: Temporal.Instant },
): Promise<ScannedBlob | null> {
  const [row] = await tx<ScannedBlob[]>`
    update blobs set scan = ${scan}, scan_after = ${scanAfter}
     where id = ${id} and scan in ('scanning', 'scan_failed')
    returning id, patient_id, record_id, uploaded_by`;
  return row ?? null;
}

/** The oldest file whose bytes still stand in the database, and are whole as far as is known. */
export async function findBlobToMove(tx: Tx): Promise<Kept | null> {
  const [row] = await tx<Kept[]>`
    select ${keptColumns(tx)} from blobs b where b.storage = 'database' and b.damaged_at is null order by b.id limit 1`;
  return row ?? null;
}

/** Its bytes stand in the object store from now on; what stood here goes. */
export async function markBlobMoved(tx: Tx, id: Id<'blobs'>): Promise<void> {
  await tx`update blobs set storage = 'objects' where id = ${id}`;
  await tx`delete from blob_chunks where blob_id = ${id}`;
}

/** The file that was not looked at for the longest time, if that is long enough, among those that can be reached. */
export async function findBlobToCheck(
  tx: Tx,
  before: Temporal.Instant,
  reachesObjects: boolean,
): Promise<Kept | null> {
  const [row] = await tx<Kept[]>`
    select ${keptColumns(tx)} from blobs b
     where b.checked_at <= ${before} and (b.storage = 'database' or ${reachesObjects})
     order by b.checked_at limit 1`;
  return row ?? null;
}

/** What was found of its sealed bytes. A file that was mended (from a backup) is whole again. */
export async function markBlobChecked(tx: Tx, id: Id<'blobs'>, isWhole: boolean): Promise<void> {
  await tx`
    update blobs set checked_at = app.now(),
           damaged_at = case when ${isWhole} then null else coalesce(damaged_at, app.now()) end
     where id = ${id}`;
}
