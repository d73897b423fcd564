import { z } from 'zod';
import type { Tx } from '#db/client';
import type { AskedFilter } from '#db/queries/asked-requests';
import { pageInput } from '#lib/domain/page';
import { queryFlag } from '#lib/domain/query-flag';
import { type Id, patientId, recordId } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import { type ChartSubject, type OwnSubject, ownRows } from '#lib/policy/subject';
import { chartSubject } from '../patients/find-chart';
import { recordSubject } from '../records/find-record';

/** Of a chart, of one record, or neither: then a patient's own, and of a doctor what those whom they treat have asked. */
export const askedFilter = z.strictObject({
  ...pageInput,
  patient_id: patientId.optional(),
  record_id: recordId.optional(),
  /** Only those that are undecided, or only the others. */
  open: queryFlag.optional(),
});

interface Wanted {
  readonly patient_id?: Id<'patients'> | undefined;
  readonly record_id?: Id<'medical_records'> | undefined;
  readonly open?: boolean | undefined;
}

export async function askedListSubject(tx: Tx, wanted: Wanted): Promise<ChartSubject | OwnSubject | null> {
  const { record_id, patient_id } = wanted;
  if (record_id === undefined) return patient_id === undefined ? ownRows() : chartSubject(tx, patient_id);
  const found = await recordSubject(tx, record_id);
  return patient_id === undefined || found?.patient_id === patient_id ? found : null;
}

export function askedFilterOf(
  wanted: Wanted,
  subject: ChartSubject | OwnSubject,
  { role, patient_id }: UserActor,
): AskedFilter {
  const own = role === 'doctor' ? null : patient_id;
  return {
    patientId: subject.type === 'chart' ? subject.patient_id : own,
    recordId: wanted.record_id ?? null,
    open: wanted.open ?? null,
  };
}
