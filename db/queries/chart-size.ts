import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

export interface ChartSize {
  records: number;
  bytes: number;
}

/** How much of a chart the actor sees. Sealed, a text is hardly longer than open. */
export async function measureChart(tx: Tx, patientId: Id<'patients'>): Promise<ChartSize> {
  const [row] = await tx<ChartSize[]>`
    select count(*)::integer as records, coalesce(sum(octet_length(r.encrypted_content)), 0)::float8 as bytes
      from medical_records r where r.patient_id = ${patientId} and r.stage <> 'draft'`;
  return row ?? { records: 0, bytes: 0 };
}
