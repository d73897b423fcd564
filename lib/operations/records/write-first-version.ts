import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findRecord, insertRecord, type RecordChartRow } from '#db/queries/medical-records';
import type { PatientKey } from '#lib/crypto/patient-key';
import type { Id } from '#lib/platform/ids';
import type { RecordStage, Release, Review } from '#lib/policy/subject';
import type { columnsOf } from './columns-of';
import { writeVersion } from './write-version';

export interface NewRecord {
  readonly id: Id<'medical_records'>;
  readonly patient_id: Id<'patients'>;
  /** Null for what patients add themselves. */
  readonly practitioner_id: Id<'practitioners'> | null;
  readonly user_id: Id<'users'>;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly text: string;
  readonly now: Temporal.Instant;
  readonly stage?: RecordStage;
  /** Of a result that its patient is not to read at once, or that a doctor is to look at. */
  readonly state?: { readonly release: Release; readonly review: Review };
}

const forAll = { release: 'released', review: 'none' } as const;

/** A record and its first version are one act. Gives the row as its author sees it. */
export async function writeFirstVersion(
  tx: Tx,
  {
    id,
    patient_id,
    practitioner_id,
    user_id,
    columns,
    text,
    now,
    stage = 'final',
    state = forAll,
  }: NewRecord,
  key: PatientKey,
): Promise<RecordChartRow> {
  await insertRecord(tx, {
    ...columns,
    ...state,
    id,
    patient_id,
    doctor_id: practitioner_id,
    stage,
    version: 1,
    source_system: practitioner_id ? 'medisecure' : 'patient',
    created_at: now,
    updated_at: now,
  });
  const version = { record_id: id, patient_id, version: 1, status: columns.status, stage, text };
  await writeVersion(tx, { ...version, user_id, now }, key);
  const row = await findRecord(tx, id);
  if (!row) throw new Error('A new record is not visible to its author.');
  return row;
}
