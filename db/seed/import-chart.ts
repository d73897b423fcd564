import type { Temporal } from 'temporal-polyfill';
import { withReferenceRange } from '#lib/fhir/adult-ranges';
import { addPatient } from '#lib/operations/clinic-import/add-patient';
import { addRecords } from '#lib/operations/clinic-import/add-records';
import { assignDoctors } from '#lib/operations/clinic-import/assign-doctors';
import { addDemoAccount } from '#lib/operations/demo-accounts/add';
import type { Id } from '#lib/platform/ids';
import type { AsImport } from './as-import';
import type { DemoDoctorSlug } from './clinic';
import { newResultsOf } from './new-results';
import type { DemoChart } from './read-bundles';

export const source_system = 'synthea';

/** As many results of a chart, the newest, get a reference range: the source gives none. */
const rangedResults = 24;

/** A whole chart may hold more records than one call takes. */
const atOnce = 500;

interface Place {
  readonly clinicId: Id<'clinics'>;
  readonly doctorIds: ReadonlyMap<DemoDoctorSlug, Id<'practitioners'>>;
  /** The moment of the demo's start. */
  readonly now: Temporal.Instant;
}

/** Account, chart, records, and at last who treats them: until then nobody sees it, and a repeated start goes on here. */
export async function importChart(call: AsImport, chart: DemoChart, place: Place): Promise<Id<'patients'>> {
  const { demo, patient } = chart;
  const { id } = await call(addPatient, {
    source_system,
    source_id: demo.file,
    clinic_id: place.clinicId,
    user_id: await accountOf(call, chart),
    legal_name: patient.legal_name,
    birth_date: patient.birth_date,
    sex: patient.sex,
    identity: patient.text,
  });
  const records = [...recordsOf(chart), ...newResultsOf(demo.slug, id, place.now)];
  for (let first = 0; first < records.length; first += atOnce) {
    await call(addRecords, { patient_id: id, source_system, records: records.slice(first, first + atOnce) });
  }
  const doctor_ids = demo.doctors.flatMap((slug) => place.doctorIds.get(slug) ?? []);
  await call(assignDoctors, { patient_id: id, doctor_ids });
  return id;
}

async function accountOf(call: AsImport, { demo, patient }: DemoChart): Promise<Id<'users'> | null> {
  if (!demo.email) return null;
  const names = patient.legal_name.split(' ');
  const profile = {
    first_name: names.slice(0, -1).join(' '),
    last_name: names.at(-1) ?? '',
    date_of_birth: patient.birth_date,
    address: patient.address,
  };
  const { user_id } = await call(addDemoAccount, { email: demo.email, role: 'patient', profile });
  return user_id;
}

function recordsOf({ resources, patient }: DemoChart) {
  const results = resources.filter(({ record_type }) => record_type === 'lab_result');
  const byDate = [...results].sort((a, b) => (b.occurred_text ?? '').localeCompare(a.occurred_text ?? ''));
  const ranged = new Set(byDate.slice(0, rangedResults));
  // A report names its results by our ids, so they are there before it comes.
  const isReport = ({ resource_type }: (typeof resources)[number]) => resource_type === 'DiagnosticReport';
  const inOrder = [...resources.filter((each) => !isReport(each)), ...resources.filter(isReport)];
  return inOrder.map((resource) => {
    const { source_id, text } = resource;
    return { source_id, text: ranged.has(resource) ? withReferenceRange(text, patient.birth_date) : text };
  });
}
