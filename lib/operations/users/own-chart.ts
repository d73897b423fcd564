import type { Tx } from '#db/client';
import { findChart } from '#db/queries/charts';
import type { FoundChart } from '../patients/find-chart';

/** The actor's own chart; null for whoever has none. */
export async function ownChart(tx: Tx): Promise<FoundChart | null> {
  const row = await findChart(tx, undefined);
  return row && { type: 'chart', ...row };
}
