import { addAppointments } from '#lib/operations/clinic-import/add-appointments';
import { addClinic } from '#lib/operations/clinic-import/add-clinic';
import { addPractitioner } from '#lib/operations/clinic-import/add-practitioner';
import { addServices } from '#lib/operations/clinic-import/add-services';
import { findPatients } from '#lib/operations/clinic-import/find-patients';
import { addDemoAccount } from '#lib/operations/demo-accounts/add';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { type AsImport, asImport } from './as-import';
import {
  type DemoDoctor,
  type DemoDoctorSlug,
  type DemoPatient,
  demoAdmins,
  demoClinic,
  demoDoctors,
  demoPatients,
} from './clinic';
import { importChart, source_system } from './import-chart';
import { readDemoChart } from './read-bundles';
import { demoRooms, demoServices } from './services';
import { type DoctorWithPanel, visitsOn } from './visits';

/** Days before and after the first start for which visits are made up. */
const otherDays = [-28, -14, -7, -2, 1, 3, 8, 15];

/**
 * The demo clinic: its people, charts and visits, once; and at each start visits for today where there are none. Every
 * step is idempotent, so a start that was killed in the middle of it is gone on with by the next.
 */
export async function prepareDemo(clock: Clock): Promise<void> {
  const call = asImport(clock);
  const { id: clinicId } = await call(addClinic, demoClinic);
  for (const admin of demoAdmins) {
    await call(addDemoAccount, { email: admin.email, role: 'admin', profile: nameOf(admin) });
  }
  const doctorIds = await importDoctors(call, clinicId);
  await importServices(call, clinicId, doctorIds);
  const { patientIds, isNew } = await importPatients(call, { clinicId, doctorIds, now: clock.now() });
  const panels = demoDoctors.map((demo) => panelOf(demo, doctorIds, patientIds));
  if (isNew) for (const days of otherDays) await addDay(call, clock, panels, days);
  await addDay(call, clock, panels, 0);
}

type DoctorIds = ReadonlyMap<DemoDoctorSlug, Id<'practitioners'>>;
type PatientIds = ReadonlyMap<DemoPatient, Id<'patients'>>;

const nameOf = ({ first_name, last_name }: Pick<DemoDoctor, 'first_name' | 'last_name'>) => ({
  first_name,
  last_name,
});

async function importDoctors(call: AsImport, clinic_id: Id<'clinics'>): Promise<DoctorIds> {
  const ids = new Map<DemoDoctorSlug, Id<'practitioners'>>();
  for (const demo of demoDoctors) {
    const account = { email: demo.email, role: 'doctor', profile: nameOf(demo) } as const;
    const { user_id } = await call(addDemoAccount, account);
    const { display_name, speciality } = demo;
    const hours = [...demo.hours];
    const { id } = await call(addPractitioner, { user_id, clinic_id, display_name, speciality, hours });
    ids.set(demo.slug, id);
  }
  return ids;
}

async function importServices(call: AsImport, clinic_id: Id<'clinics'>, doctorIds: DoctorIds): Promise<void> {
  const services = demoServices.map(({ offers, ...told }) => ({
    ...told,
    offers: offers.flatMap(({ slug, ...own }) => {
      const practitioner_id = doctorIds.get(slug);
      return practitioner_id ? [{ practitioner_id, ...own }] : [];
    }),
  }));
  await call(addServices, { clinic_id, services, rooms: [...demoRooms] });
}

async function importPatients(
  call: AsImport,
  place: Parameters<typeof importChart>[2],
): Promise<{ patientIds: PatientIds; isNew: boolean }> {
  const source_ids = demoPatients.map(({ file }) => file);
  const { items } = await call(findPatients, { source_system, source_ids });
  const known = new Map(
    items.filter(({ complete }) => complete).map((item) => [item.source_id, item.patient_id]),
  );
  const patientIds = new Map<DemoPatient, Id<'patients'>>();
  for (const demo of demoPatients) {
    const id = known.get(demo.file) ?? (await importChart(call, await readDemoChart(demo), place));
    patientIds.set(demo, id);
  }
  return { patientIds, isNew: known.size < demoPatients.length };
}

function panelOf(demo: DemoDoctor, doctorIds: DoctorIds, patientIds: PatientIds): DoctorWithPanel {
  const own = demoPatients.filter(({ doctors, comes }) => comes && doctors.includes(demo.slug));
  return {
    id: doctorIds.get(demo.slug) ?? '',
    demo,
    patientIds: own.flatMap((patient) => patientIds.get(patient) ?? []),
  };
}

/** The visits of all doctors so many days from now. */
async function addDay(
  call: AsImport,
  clock: Clock,
  panels: readonly DoctorWithPanel[],
  days: number,
): Promise<void> {
  const now = clock.now();
  const day = now.toZonedDateTimeISO(demoClinic.zone).toPlainDate().add({ days });
  const taken = new Set<string>();
  const visits = panels.flatMap((panel) => visitsOn(day, panel, taken, now));
  await call(addAppointments, { visits, where_today_is_empty: days === 0 });
}
