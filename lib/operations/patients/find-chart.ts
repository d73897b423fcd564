import type { Tx } from '#db/client';
import { type ChartRow, findChart } from '#db/queries/charts';
import { invalidField, type OperationError } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import { type ChartSubject, type ClinicSubject, type OwnSubject, theClinic } from '#lib/policy/subject';

export type FoundChart = ChartSubject & ChartRow;

/**
 * The subject of what is done to one chart. Where none was named it is the actor's own; whoever has none acts on
 * nothing yet, and `theChart` asks them to name one.
 */
export async function chartSubject(
  tx: Tx,
  patientId: Id<'patients'> | undefined,
): Promise<FoundChart | OwnSubject | null> {
  const row = await findChart(tx, patientId);
  if (row) return { type: 'chart', ...row };
  return patientId === undefined ? { type: 'own' } : null;
}

/** The subject of what is asked of the clinic, for a patient where one is named: one whom the actor sees. */
export async function clinicFor(
  tx: Tx,
  patientId: Id<'patients'> | undefined,
): Promise<ClinicSubject | null> {
  if (patientId === undefined) return theClinic();
  return (await findChart(tx, patientId)) && { ...theClinic(), patient_id: patientId };
}

/** @throws OperationError `validation_failed` for a doctor who has not said whose chart is meant */
export function theChart(subject: FoundChart | OwnSubject): FoundChart {
  if (subject.type === 'chart') return subject;
  throw patientRequired();
}

const patientRequired = (): OperationError => invalidField('patient_id', 'required', 'Name the patient');
