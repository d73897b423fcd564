import type { Tx } from '#db/client';
import { findRecord, type RecordChartRow } from '#db/queries/medical-records';
import type { Id } from '#lib/platform/ids';
import type { ChartSubject } from '#lib/policy/subject';

export type FoundRecord = ChartSubject & { readonly row: RecordChartRow };

/** The subject of what is done to one record: its chart, and what of the record decides whether it shows itself. */
export async function recordSubject(tx: Tx, id: Id<'medical_records'>): Promise<FoundRecord | null> {
  const row = await findRecord(tx, id);
  return row && { type: 'chart', patient_id: row.patient_id, relation: row.relation, record: row, row };
}
