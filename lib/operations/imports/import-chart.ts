import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type ImportRow, listChartsBySource } from '#db/queries/fhir-imports';
import { type ImportChartRow, insertAssignment, listImportCharts, lockImport } from '#db/queries/imports';
import { parseStored } from '#lib/fhir/json';
import { patientOf } from '#lib/fhir/synthea-patient';
import { type Id, newId } from '#lib/platform/ids';
import { addChart } from '../clinic-import/add-chart';
import { sourceIndex } from '../clinic-import/source-index';
import type { Survey } from './survey';

export interface ImportChart {
  readonly row: ImportChartRow;
  readonly isNew: boolean;
}

/**
 * The chart that was named, or that the same source has brought before; else a new one of the upload's patient. Null where
 * the records of the upload stand in several charts, or where it brings no patient for a new one.
 */
export async function importChart(
  tx: Tx,
  now: Temporal.Instant,
  row: ImportRow,
  survey: Survey,
): Promise<ImportChart | null> {
  await lockImport(tx);
  const standing = row.into_patient_id ? [row.into_patient_id] : await knownCharts(tx, row, survey);
  const [known = null] = standing;
  const id = known ?? (await newChart(tx, now, row, survey));
  if (standing.length > 1 || id === null) return null;
  const [chart] = await listImportCharts(tx, [id]);
  if (!chart) throw new Error('The chart of an import is not there.');
  return { row: chart, isNew: known === null };
}

/** Databases ask about so many at once. */
const soughtSources = 1000;

function knownCharts(tx: Tx, row: ImportRow, survey: Survey): Promise<Id<'patients'>[]> {
  const patient = survey.patient?.source_id ?? null;
  const named = survey.records.flatMap(({ source_id, index }) =>
    source_id === null ? [] : Buffer.from(index, 'hex'),
  );
  const indexes = patient === null ? named : [sourceIndex(row.source_system, patient), ...named];
  return listChartsBySource(tx, indexes.slice(0, soughtSources));
}

async function newChart(tx: Tx, now: Temporal.Instant, row: ImportRow, { patient }: Survey) {
  if (!patient || !row.clinic_id) return null;
  const { legal_name, birth_date, sex } = patientOf(patient.source_id ?? '', parseStored(patient.text));
  return addChart(tx, now, {
    source_index: sourceIndex(row.source_system, patient.source_id ?? row.id),
    clinic_id: row.clinic_id,
    user_id: null,
    legal_name,
    birth_date: birth_date || null,
    sex,
    identity: patient.text,
  });
}

/** Whom the clinic has named treats the patient from then on. */
export async function assignDoctor(
  tx: Tx,
  { doctor_id }: ImportRow,
  { row: { patient_id } }: ImportChart,
): Promise<void> {
  if (!doctor_id) return;
  await insertAssignment(tx, { id: newId('care_relationships'), patient_id, practitioner_id: doctor_id });
}
