import { addAppointments } from '#lib/operations/clinic-import/add-appointments';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { searchOpenings } from '#lib/operations/openings/search';
import { run } from '#lib/operations/run';
import { systemClock } from '#lib/platform/clock';
import { asJob } from '#lib/transport/as-job';
import { Cleanup } from '#lib/transport/start/cleanup';
import { openBeside } from '#lib/transport/start/open-beside';
import { createDoctor, createPatient, createSite } from '../factories/care';
import { newFolder, removeFolder } from '../start/started';

/**
 * `npm run bench:openings`: two months of openings of 50 doctors, each with seven visits a day, on real PostgreSQL; beside
 * it the list of the same doctors, which opens their names and does nothing else.
 */
const doctorCount = 50;
const days = 62;
const visitsADay = 7;
const rounds = 40;

const data = newFolder();
Object.assign(process.env, { MEDISECURE_DATA_DIR: data, LOG_LEVEL: 'error' });
const cleanup = new Cleanup();
try {
  await openBeside(cleanup, () => process.exit(1));
  const site = await createSite(systemClock);
  let visits = 0;
  for (let n = 0; n < doctorCount; n += 1) visits += await fill(site);
  const patient = await createPatient(systemClock, site);
  const { items } = await patient.call(searchOpenings, { days, each: 20 });
  const open = items.reduce((sum, { total }) => sum + total, 0);
  console.log(`${items.length} doctors, ${visits} visits, ${open} times open in ${days} days`);
  const list = await timesOf(() => patient.call(listClinicDoctors, {}));
  const search = await timesOf(() => patient.call(searchOpenings, { days, each: 20 }));
  tell('list of the doctors', list);
  tell('openings of all of them', search);
  console.log(`  ratio of the medians: ${(median(search) / median(list)).toFixed(1)}`);
} finally {
  await cleanup.run();
  removeFolder(data);
}

/** A doctor with a patient of their own, who comes every hour and a quarter all day long. Returns how often. */
async function fill(site: Awaited<ReturnType<typeof createSite>>): Promise<number> {
  const doctor = await createDoctor(systemClock, site);
  const patient = await createPatient(systemClock, site);
  const first = systemClock.now().toZonedDateTimeISO('Europe/London').startOfDay().add({ days: 1, hours: 8 });
  const visits = Array.from({ length: days * visitsADay }, (_, n) => ({
    patient_id: patient.id,
    doctor_id: doctor.id,
    scheduled_at: first
      .add({ days: Math.floor(n / visitsADay), minutes: (n % visitsADay) * 75 })
      .toInstant()
      .toString(),
    minutes: 20,
    status: 'scheduled' as const,
    notes: null,
  }));
  const { added } = await run(addAppointments, { visits }, asJob('import'));
  return added;
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function tell(what: string, sorted: readonly number[]): void {
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  console.log(`  ${what.padEnd(24)} median ${median(sorted).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
}
