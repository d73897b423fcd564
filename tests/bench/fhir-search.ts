import { addRecords } from '#lib/operations/clinic-import/add-records';
import { searchResources } from '#lib/operations/resources/search';
import { run } from '#lib/operations/run';
import { systemClock } from '#lib/platform/clock';
import { asJob } from '#lib/transport/as-job';
import { Cleanup } from '#lib/transport/start/cleanup';
import { openBeside } from '#lib/transport/start/open-beside';
import { createDoctor, createPatient, createSite, relate } from '../factories/care';
import { newFolder, removeFolder } from '../start/started';

/** `npm run bench:fhir-search`: how long searches at `/fhir/R4` take in a chart with as many observations as `BENCH_RECORDS` says. */
const wanted = Number(process.env.BENCH_RECORDS ?? 10_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const atOnce = 500;

const data = newFolder();
Object.assign(process.env, { MEDISECURE_DATA_DIR: data, LOG_LEVEL: 'error' });
const cleanup = new Cleanup();
try {
  await openBeside(cleanup, () => process.exit(1));
  const site = await createSite(systemClock);
  const patient = await createPatient(systemClock, site);
  const doctor = await createDoctor(systemClock, site);
  await relate(systemClock, patient, doctor);
  const chart = { patient_id: patient.id, source_system: 'made' };
  for (let from = 0; from < wanted; from += atOnce) {
    const records = Array.from({ length: Math.min(atOnce, wanted - from) }, (_, at) =>
      observation(from + at),
    );
    await run(addRecords, { ...chart, records }, asJob('import'));
  }
  const of = { resource_type: 'Observation', patient_id: patient.id } as const;
  const code = { name: 'code', value: 'http://loinc.org|2823-3' };
  const rare = { name: 'code', value: 'http://loinc.org|0-0' };
  const questions = {
    'how many there are': { ...of, summary: 'count' as const },
    'how many of a code': { ...of, summary: 'count' as const, filters: [code] },
    'a page of 50': of,
    'a page of 50 of a code': { ...of, filters: [code] },
    'a code that none has': { ...of, filters: [rare] },
  };
  for (const [name, question] of Object.entries(questions)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      await doctor.call(searchResources, question);
      times.push(performance.now() - start);
    }
    console.log(
      `${name.padEnd(24)} ${Math.min(...times)
        .toFixed(0)
        .padStart(6)} ms`,
    );
  }
} finally {
  await cleanup.run();
  removeFolder(data);
}

function observation(at: number): { source_id: string; text: string } {
  const [code, display] = at % 10 === 0 ? ['2823-3', 'Potassium'] : ['2951-2', 'Sodium'];
  const text = JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code, display }], text: display },
    subject: { reference: 'Patient/1' },
    effectiveDateTime: `${1990 + (at % 36)}-0${1 + (at % 9)}-1${at % 10}T0${at % 10}:00:00Z`,
    valueQuantity: { value: at % 150, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  });
  return { source_id: `Observation/${at}`, text };
}
