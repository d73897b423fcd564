import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { extractChart, type SyntheaChart } from '#lib/fhir/synthea';
import { addPatient } from '#lib/operations/clinic-import/add-patient';
import { addRecords } from '#lib/operations/clinic-import/add-records';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { visitor } from '../../factories/visitor';

/** A whole chart as Synthea makes them, and what it was read from. */
export async function importSynthea(
  clock: Clock,
  clinicId: Id<'clinics'>,
  file: string,
): Promise<{ id: Id<'patients'>; chart: SyntheaChart }> {
  const job = visitor(clock, { kind: 'system', job: 'import' });
  const packed = await readFile(new URL(`../../../db/seed/synthea/${file}`, import.meta.url));
  const chart = extractChart(gunzipSync(packed).toString('utf8'));
  const { patient, resources } = chart;
  const { id } = await job.call(addPatient, {
    source_system: 'synthea',
    source_id: patient.source_id,
    clinic_id: clinicId,
    user_id: null,
    legal_name: patient.legal_name,
    birth_date: patient.birth_date,
    sex: patient.sex,
    identity: patient.text,
  });
  for (let first = 0; first < resources.length; first += 500) {
    const records = resources.slice(first, first + 500).map(({ source_id, text }) => ({ source_id, text }));
    await job.call(addRecords, { patient_id: id, source_system: 'synthea', records });
  }
  return { id, chart };
}
