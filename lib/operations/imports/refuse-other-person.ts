import type { Tx } from '#db/client';
import { listChartsBySource } from '#db/queries/fhir-imports';
import type { PatientChartRow } from '#db/queries/patients';
import { open } from '#lib/crypto/seal';
import { wordsOf } from '#lib/domain/name-search';
import type { BundleEntry } from '#lib/fhir/bundle/bundle-entry';
import { errorAt } from '#lib/fhir/bundle/issue';
import { identifiersOf } from '#lib/fhir/identifiers';
import { type JsonObject, parseStored, string } from '#lib/fhir/json';
import { namesOf } from '#lib/fhir/patient-names';
import { sourceIndex } from '../clinic-import/source-index';
import { chartKey } from '../patients/chart-key';
import { openIdentity } from '../patients/patient-view';
import { refusedUpload } from './read-upload';

/** Whose chart an upload goes into. */
export interface ChartPerson {
  readonly row: PatientChartRow;
  readonly legal_name: string;
  readonly birth_date: string | null;
  readonly identifiers: readonly string[];
}

export function chartPerson(row: PatientChartRow): ChartPerson {
  const key = chartKey(row);
  const identity = row.identity && open('patients.identity', row.id, row.identity, key);
  const identifiers = identity ? identifiersOf(parseStored(identity)) : [];
  return { row, identifiers, ...openIdentity(row, key) };
}

/**
 * A slip of the hand that names one chart and uploads another person's resources shows in the date of birth or the name.
 * Where neither is given, the upload's patient must be known here by an identifier or by where the chart came from.
 * @throws OperationError `validation_failed` with the place
 */
export async function refuseOtherPerson(
  tx: Tx,
  chart: ChartPerson,
  source_system: string,
  patient: BundleEntry | null,
): Promise<void> {
  if (!patient) return;
  const { resource, place } = patient;
  const born = string(resource.birthDate) ?? null;
  const bothBorn = born !== null && chart.birth_date !== null;
  if (bothBorn && born !== chart.birth_date)
    throw refusedUpload(errorAt(`${place}.birthDate`, 'other_person'));
  const isKnown =
    identifiersOf(resource).some((each) => chart.identifiers.includes(each)) ||
    (await isSameSource(tx, chart, source_system, patient));
  if (isKnown) return;
  const named = agree(resource, chart);
  if (named === false) throw refusedUpload(errorAt(`${place}.name`, 'other_name'));
  if (named === null && !bothBorn) throw refusedUpload(errorAt(place, 'unknown_person'));
}

async function isSameSource(tx: Tx, { row }: ChartPerson, system: string, { sourceId }: BundleEntry) {
  if (sourceId === null) return false;
  return (await listChartsBySource(tx, [sourceIndex(system, sourceId)])).includes(row.id);
}

/** By one name at least; null where one side has none. */
function agree(patient: JsonObject, { legal_name }: ChartPerson): boolean | null {
  const [theirs, ours] = [namesOf(patient).flatMap(wordsOf), wordsOf(legal_name)];
  if (theirs.length === 0 || ours.length === 0) return null;
  return theirs.some((word) => ours.includes(word));
}
