import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertReason, insertRecordVersion } from '#db/queries/medical-record-versions';
import type { PatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';
import type { RecordStage } from '#lib/policy/subject';

export interface NewVersion {
  readonly record_id: Id<'medical_records'>;
  readonly patient_id: Id<'patients'>;
  readonly version: number;
  readonly status: string;
  readonly stage: RecordStage;
  readonly text: string;
  readonly reason?: string | undefined;
  readonly user_id: Id<'users'>;
  readonly now: Temporal.Instant;
}

/** Adds a version beside the record's row, in its transaction. Gives the id of the sealed reason, for the audit event. */
export async function writeVersion(
  tx: Tx,
  { text, reason, user_id, now, ...version }: NewVersion,
  key: PatientKey,
): Promise<Id<'reasons'> | null> {
  const reasonId =
    reason === undefined ? null : await writeReason(tx, { ...version, reason, user_id, now }, key);
  const id = newId('medical_record_versions');
  await insertRecordVersion(tx, {
    ...version,
    id,
    content: seal('medical_record_versions.content', id, text, key),
    author_user_id: user_id,
    reason_id: reasonId,
    recorded_at: now,
  });
  return reasonId;
}

type NewReason = Pick<NewVersion, 'patient_id' | 'user_id' | 'now'> & { readonly reason: string };

/** What was typed is sealed in a row of its own: the audit trail holds the id, so that shredding reaches the words. */
async function writeReason(
  tx: Tx,
  { patient_id, user_id, reason, now }: NewReason,
  key: PatientKey,
): Promise<Id<'reasons'>> {
  const id = newId('reasons');
  await insertReason(tx, {
    id,
    patient_id,
    user_id,
    text: seal('reasons.text', id, reason, key),
    created_at: now,
  });
  return id;
}
