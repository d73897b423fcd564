import { notFound, redirect } from 'next/navigation';
import { personOf } from '#lib/transport/page-person';

interface Shown {
  readonly patient_id: string;
}

/**
 * A page shows one record, and says whose: what is of another one does not stand on it. `patientId` is that of the
 * address, none on the reader's own pages, which lead on to those of whom the reader looks after.
 */
export async function assertChart(
  { patient_id }: Shown,
  patientId: string | undefined,
  heldPage: string,
): Promise<void> {
  const { patient_id: own } = await personOf('patient');
  if (patientId === undefined && patient_id !== own) redirect(heldPage);
  if (patientId !== undefined && patient_id !== patientId) notFound();
}
