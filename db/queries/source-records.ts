import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { medicalRecords } from '../schema/medical-records';

type Row = typeof medicalRecords.$inferSelect;

export type SourceRow = Pick<Row, 'id' | 'resource_type' | 'version' | 'stage' | 'source_hash'> & {
  source_index: Uint8Array;
};

/** Those of a chart that came from one of these places. */
export async function listRecordsBySource(
  tx: Tx,
  patientId: Id<'patients'>,
  indexes: readonly Uint8Array[],
): Promise<Pick<SourceRow, 'id' | 'source_index'>[]> {
  if (indexes.length === 0) return [];
  return tx<Pick<SourceRow, 'id' | 'source_index'>[]>`
    select id, source_index from medical_records
     where patient_id = ${patientId} and source_index in ${tx([...indexes] as never)}`;
}

/** The same, held until the end of the transaction: nobody amends meanwhile what an import has looked up. */
export async function lockRecordsBySource(
  tx: Tx,
  patientId: Id<'patients'>,
  indexes: readonly Uint8Array[],
): Promise<SourceRow[]> {
  if (indexes.length === 0) return [];
  return tx<SourceRow[]>`
    select id, resource_type, version, stage, source_index, source_hash from medical_records
     where patient_id = ${patientId} and source_index in ${tx([...indexes] as never)}
     order by id for update`;
}

export type StandingRow = Pick<
  Row,
  'result_category' | 'status' | 'sensitivity' | 'release' | 'review' | 'encrypted_content'
> & {
  /** Somebody of ours has written what it says now. */
  written_here: boolean;
};

/** What a record says, and whose words they are. */
export async function findStanding(tx: Tx, id: Id<'medical_records'>): Promise<StandingRow | null> {
  const [row] = await tx<StandingRow[]>`
    select r.result_category, r.status, r.sensitivity, r.release, r.review, r.encrypted_content,
           exists (select 1 from medical_record_versions v
                    where v.patient_id = r.patient_id and v.record_id = r.id and v.version = r.version
                      and v.author_user_id is not null) as written_here
      from medical_records r where r.id = ${id}`;
  return row ?? null;
}

type SourceChange = Pick<
  Row,
  | 'id'
  | 'record_type'
  | 'status'
  | 'stage'
  | 'sensitivity'
  | 'release'
  | 'result_category'
  | 'review'
  | 'version'
  | 'occurred_text'
  | 'effective_at'
  | 'encrypted_content'
  | 'summary'
> & { source_hash: Uint8Array };

/** What its source says now becomes the next version. */
export async function markRecordChangedBySource(tx: Tx, change: SourceChange): Promise<void> {
  const { count } = await tx`
    update medical_records
       set record_type = ${change.record_type}, status = ${change.status}, stage = ${change.stage},
           version = ${change.version}, sensitivity = ${change.sensitivity}, release = ${change.release},
           result_category = ${change.result_category}, review = ${change.review},
           occurred_text = ${change.occurred_text}, effective_at = ${change.effective_at},
           encrypted_content = ${change.encrypted_content}, summary = ${change.summary}, source_hash = ${change.source_hash},
           updated_at = app.now()
     where id = ${change.id} and version = ${change.version} - 1`;
  if (count !== 1) throw new Error('A record that an import holds has changed.');
}
