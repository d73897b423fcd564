import type { RecordChartRow } from '#db/queries/medical-records';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { fromResource } from '#lib/fhir/resource';
import { chartKey } from '../patients/chart-key';

/**
 * Only of a prescription that is being taken there can be more. What says that it must not be taken, is a proposal, or
 * carries what we do not understand, is none.
 * @throws OperationError `conflict`
 */
export function requireRefillable(row: RecordChartRow): void {
  const isActive = row.record_type === 'prescription' && row.status === 'active' && row.stage !== 'draft';
  if (!isActive) throw new OperationError('conflict');
  const text = open('medical_records.encrypted_content', row.id, row.encrypted_content, chartKey(row));
  if (fromResource(text, 'UTC').warnings.length > 0) throw new OperationError('conflict');
}
