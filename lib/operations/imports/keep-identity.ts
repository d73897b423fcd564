import type { Tx } from '#db/client';
import { keepPatientIdentity } from '#db/queries/import-uploader';
import { findPatient } from '#db/queries/patients';
import { open, seal } from '#lib/crypto/seal';
import { type BundleIssue, warningAt } from '#lib/fhir/bundle/issue';
import { joinedIdentity } from '#lib/fhir/joined-identity';
import type { Id } from '#lib/platform/ids';
import { chartKey } from '../patients/chart-key';
import { openIdentity } from '../patients/patient-view';
import type { WaitingEntry } from './waiting-entry';

/**
 * What the patient of an upload says beyond what the chart knows of them is kept with it. What both say stays as it was;
 * where they differ, that is told.
 */
export async function keepIdentity(
  tx: Tx,
  id: Id<'patients'>,
  patient: WaitingEntry,
): Promise<BundleIssue[]> {
  const row = await findPatient(tx, id);
  if (!row) throw new Error('The chart of an import is not there.');
  const key = chartKey(row);
  const identity = row.identity && open('patients.identity', id, row.identity, key);
  const { text, differs } = joinedIdentity({ ...openIdentity(row, key), identity }, patient.text);
  if (text !== null) await keepPatientIdentity(tx, id, seal('patients.identity', id, text, key));
  return differs.map((element) => warningAt(`${patient.place}.${element}`, 'patient_kept'));
}
