import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findChart } from '#db/queries/charts';
import { findRecord } from '#db/queries/medical-records';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { completePrescription, renewedPrescription } from '#lib/fhir/renewal';
import { type Id, newId } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import { chartKey } from '../patients/chart-key';
import { columnsOf } from '../records/columns-of';
import { amendedStage, reviseRecord } from '../records/revise';
import { writeFirstVersion } from '../records/write-first-version';
import { requireRefillable } from './require-refillable';

/**
 * A new prescription in the place of one that runs out. What the pharmacy has been given stays as it was ordered; it is
 * completed, so that the medicine stands in the list once.
 */
export async function renewPrescription(
  tx: Tx,
  before: Id<'medical_records'>,
  { practitioner_id, user_id }: UserActor,
  now: Temporal.Instant,
): Promise<Id<'medical_records'>> {
  if (!practitioner_id) throw new OperationError('forbidden');
  const row = await findRecord(tx, before);
  if (!row) throw new OperationError('not_found');
  requireRefillable(row);
  const { patient_id } = row;
  const [id, key, chart] = [newId('medical_records'), chartKey(row), await findChart(tx, patient_id)];
  const current = open('medical_records.encrypted_content', before, row.encrypted_content, key);
  const text = renewedPrescription(current, { id, before, practitioner_id, recorded_at: now });
  const columns = {
    ...columnsOf({ id, text, key }, chart?.zone ?? 'UTC', now),
    sensitivity: row.sensitivity,
  };
  await writeFirstVersion(tx, { id, patient_id, practitioner_id, user_id, columns, text, now }, key);
  const completed = { rewrite: completePrescription, stage: amendedStage };
  await reviseRecord(tx, { row, key, now, user_id, expectedVersion: row.version, ...completed });
  return id;
}
