import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertNewRows, insertRow } from '../rows';
import { medicalRecordVersions } from '../schema/medical-record-versions';
import type { practitioners } from '../schema/practitioners';
import { reasons } from '../schema/reasons';

type Version = typeof medicalRecordVersions.$inferSelect;
type Practitioner = typeof practitioners.$inferSelect;

export type RecordVersionRow = Pick<
  Version,
  'id' | 'version' | 'status' | 'stage' | 'content' | 'reason_id' | 'recorded_at'
> & {
  /** The practitioner behind the author's account; null for an import. */
  author_id: Practitioner['id'] | null;
  author_name: Practitioner['display_name'] | null;
  reason: (typeof reasons.$inferSelect)['text'] | null;
};

/** Every version of a record, the current one first. */
export function listRecordVersions(
  tx: Tx,
  record: { patient_id: Id<'patients'>; id: Id<'medical_records'> },
): Promise<RecordVersionRow[]> {
  return tx<RecordVersionRow[]>`
    select v.id, v.version, v.status, v.stage, v.content, v.reason_id, v.recorded_at, d.id as author_id,
           d.display_name as author_name, n.text as reason
      from medical_record_versions v
      left join practitioners d on d.user_id = v.author_user_id
      left join reasons n on n.id = v.reason_id
     where v.patient_id = ${record.patient_id} and v.record_id = ${record.id}
     order by v.version desc`;
}

export function insertRecordVersion(tx: Tx, row: typeof medicalRecordVersions.$inferInsert): Statement {
  return insertRow(tx, medicalRecordVersions, row);
}

/** The first versions of imported records. */
export function insertNewRecordVersions(
  tx: Tx,
  rows: readonly (typeof medicalRecordVersions.$inferInsert)[],
): Promise<Set<unknown>> {
  return insertNewRows(tx, medicalRecordVersions, rows);
}

/** Why a version was written, sealed in a row that shredding reaches. */
export function insertReason(tx: Tx, row: typeof reasons.$inferInsert): Statement {
  return insertRow(tx, reasons, row);
}
