import type { Temporal } from 'temporal-polyfill';
import type { ImportChartRow } from '#db/queries/imports';
import type { WishRow } from '#db/queries/release-preferences';
import type { PatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';
import type { RecordStage } from '#lib/policy/subject';
import { columnsOf } from '../records/columns-of';
import { releaseOf } from '../results/release-of';

interface Place {
  readonly chart: ImportChartRow;
  readonly key: PatientKey;
  readonly now: Temporal.Instant;
  /** What the patient wants of results, held until the end of the transaction. */
  readonly wishes: readonly WishRow[];
}

interface Received {
  readonly id: Id<'medical_records'>;
  readonly text: string;
}

/** What comes from elsewhere was signed there; all else it says of itself, such as `preliminary`, stands in its status. */
const stageOfImport = (status: string): RecordStage =>
  status === 'entered-in-error' ? 'entered_in_error' : 'final';

/** The row of a record that was received, sealed as it is. */
export function importedRecord(
  { id, text }: Received,
  { chart: { patient_id, zone }, key, now, wishes }: Place,
) {
  const columns = columnsOf({ id, text, key }, zone, now);
  const stage = stageOfImport(columns.status);
  return {
    ...columns,
    id,
    patient_id,
    stage,
    ...releaseOf({ ...columns, stage, text, origin: 'import', now }, wishes),
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

/** Its first and only version so far. */
export function importedVersion(row: ReturnType<typeof importedRecord> & { text: string }, key: PatientKey) {
  const id = newId('medical_record_versions');
  return {
    id,
    patient_id: row.patient_id,
    record_id: row.id,
    version: 1,
    status: row.status,
    stage: row.stage,
    content: seal('medical_record_versions.content', id, row.text, key),
    recorded_at: row.created_at,
  };
}
