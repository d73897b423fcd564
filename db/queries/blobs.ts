import type { Id } from '#lib/platform/ids';
import type { RecordLabels, Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { blobChunks } from '../schema/blob-chunks';
import { blobs } from '../schema/blobs';
import type { medicalRecords } from '../schema/medical-records';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Blob = typeof blobs.$inferSelect;
type MedicalRecord = typeof medicalRecords.$inferSelect;

/** A file as it is told of: all but its bytes. */
export type BlobRow = Pick<Blob, 'id' | 'record_id' | 'facts' | 'scan' | 'damaged_at'>;

/** A file with its sealed bytes; null where they stand in the object store, or where nobody may have them. */
export type StoredFile = Pick<Blob, 'id' | 'facts' | 'scan' | 'damaged_at' | 'storage' | 'stored_hash'> & {
  sealed_bytes: Uint8Array | null;
};

export interface DocumentFileRow extends ChartKeyRow, RecordLabels {
  record_id: MedicalRecord['id'];
  patient_id: MedicalRecord['patient_id'];
  record_type: MedicalRecord['record_type'];
  relation: Relation;
  /** Null for a document of which only its description is here. */
  file: StoredFile | null;
}

type Flat = Omit<DocumentFileRow, 'file'> & { [Key in keyof StoredFile]: StoredFile[Key] | null };

/**
 * A document's newest file, or the very one that is named, with its bytes, what the policy is asked about and what opens both, in one statement. Bytes
 * that nobody may have are not read.
 */
export async function findDocumentFile(
  tx: Tx,
  recordId: Id<'medical_records'>,
): Promise<DocumentFileRow | null> {
  const [row] = await tx<Flat[]>`
    select r.id as record_id, r.patient_id, r.record_type, r.stage, r.sensitivity, r.release, r.doctor_id,
           k.id as key_id, k.version as key_version, k.wrapped_key, ${relationTo(tx, tx`r.patient_id`)} as relation,
           b.id, b.facts, b.scan, b.damaged_at, b.storage, b.stored_hash,
           case when b.scan in ('not_scanned', 'clean') and b.damaged_at is null then (
             select string_agg(c.content, ''::bytea order by c.part) from blob_chunks c
              where c.patient_id = b.patient_id and c.blob_id = b.id) end as sealed_bytes
      from medical_records r
      join patient_keys k on k.patient_id = r.patient_id
      left join lateral (
        select * from blobs b
         where b.patient_id = r.patient_id and b.record_id = r.id and ${recordId}::uuid in (r.id, b.id)
         order by b.id desc limit 1) b on true
     where r.id = coalesce((select n.record_id from blobs n where n.id = ${recordId}), ${recordId})`.execute();
  if (!row) return null;
  const { id, facts, scan, damaged_at, storage, stored_hash, sealed_bytes, ...document } = row;
  const isThere = id && facts && scan && storage && stored_hash;
  return {
    ...document,
    file: isThere ? { id, facts, scan, damaged_at, storage, stored_hash, sealed_bytes } : null,
  };
}

/** The newest file of each of these records of one chart. */
export function listBlobs(
  tx: Tx,
  patientId: Id<'patients'>,
  recordIds: readonly Id<'medical_records'>[],
): Promise<BlobRow[]> {
  return tx<BlobRow[]>`
    select distinct on (b.record_id) b.id, b.record_id, b.facts, b.scan, b.damaged_at
      from blobs b
     where b.patient_id = ${patientId} and b.record_id = any(${[...recordIds]})
     order by b.record_id, b.id desc`;
}

export function insertBlob(tx: Tx, row: typeof blobs.$inferInsert): Statement {
  return insertRow(tx, blobs, row);
}

export async function insertBlobChunks(
  tx: Tx,
  { patient_id, blob_id }: Pick<typeof blobChunks.$inferInsert, 'patient_id' | 'blob_id'>,
  contents: readonly (typeof blobChunks.$inferInsert)['content'][],
): Promise<void> {
  for (const [part, content] of contents.entries()) {
    await insertRow(tx, blobChunks, { patient_id, blob_id, part, content });
  }
}
