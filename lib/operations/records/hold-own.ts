import type { Tx } from '#db/client';
import { findRecord, lockRecord, type RecordChartRow } from '#db/queries/medical-records';
import { OperationError } from '#lib/errors/operation-error';
import { requireOwn } from './record-rights';

/**
 * What the patient has reported themselves, under lock: a doctor who works on it at the same moment comes before or after.
 * @throws OperationError `forbidden`, `conflict`, `not_found`
 */
export async function holdOwn(tx: Tx, found: RecordChartRow): Promise<RecordChartRow> {
  requireOwn(found);
  const held = (await lockRecord(tx, found.id)) && (await findRecord(tx, found.id));
  if (!held) throw new OperationError('not_found');
  requireOwn(held);
  return held;
}
