import { offerTimes } from '#lib/jobs/handlers/offer-times';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { listWaits } from '#lib/operations/waiting-list/list';
import { newId } from '#lib/platform/ids';
import { asRole } from '../harness/as-role';
import type { TestClinic } from '../harness/clinic';
import { mailsTo } from '../harness/mails';
import { createDoctor, createPatient, createSite, type DoctorPerson, type PatientPerson } from './care';

/** The one time of the doctor on Tuesday, 3 March 2026. */
export const nine = '2026-03-03T09:00:00Z';

/**
 * A doctor who has one time on a Tuesday, which somebody has booked, and two others who would like it. The clock stands on
 * the Monday before, at nine; London is on UTC until 29 March.
 */
export interface WaitingScene {
  readonly clinic: TestClinic;
  readonly doctor: DoctorPerson;
  /** Who has the time. */
  readonly holder: PatientPerson;
  readonly first: PatientPerson;
  readonly second: PatientPerson;
  /** The visit of the holder. */
  readonly booked: string;
}

export async function waitingScene(clinic: TestClinic): Promise<WaitingScene> {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  const doctor = await createDoctor(clinic.clock, site);
  await oneDay(clinic, doctor, '2026-03-03', '09:00', '09:30');
  const holder = await createPatient(clinic.clock, site, 'Gus Ward');
  const first = await createPatient(clinic.clock, site, 'Elsa Vargas');
  const second = await createPatient(clinic.clock, site, 'Ida Holm');
  const { id } = await holder.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
  return { clinic, doctor, holder, first, second, booked: id };
}

/** On that day the doctor works from then to then alone. */
export function oneDay(
  { database }: TestClinic,
  { id, clinicId }: Pick<DoctorPerson, 'id' | 'clinicId'>,
  day: string,
  starts: string,
  ends: string,
): Promise<unknown> {
  return asRole(
    database.superuserUrl,
    (sql) => sql`
      insert into availability_overrides (id, practitioner_id, clinic_id, day, starts, ends, slot_minutes, created_at)
      values (${newId('availability_overrides')}, ${id}, ${clinicId}, ${day}, ${starts}, ${ends}, 30, now())`,
  );
}

const tuesday = { from: '2026-03-03', until: '2026-03-03' };

/** Waits for the doctor's time on the Tuesday. */
export const waits = (scene: WaitingScene, who: PatientPerson, more: Record<string, unknown> = {}) =>
  who.call(joinWaitingList, { doctor_id: scene.doctor.id, ...tuesday, ...more });

/** The holder gives the time up, and the job looks once. */
export async function freed(scene: WaitingScene): Promise<number> {
  await scene.holder.call(cancelAppointment, { id: scene.booked });
  return swept(scene);
}

export const swept = ({ clinic }: WaitingScene) => offerTimes(clinic.clock);

/** What is kept for somebody now. */
export async function offerOf(who: PatientPerson) {
  const { items } = await who.call(listWaits, {});
  return items.find(({ offer }) => offer)?.offer ?? null;
}

/** The same, where there has to be one. */
export async function theOffer(who: PatientPerson) {
  const offer = await offerOf(who);
  if (!offer) throw new Error('Nothing is offered.');
  return offer;
}

export async function offersMailed({ clinic }: WaitingScene, who: PatientPerson) {
  const mails = await mailsTo(clinic.database.superuserUrl, who.account.email);
  return mails.filter(({ link }) => link.includes('/visit-offer?'));
}

export function sqlOf({ clinic }: WaitingScene) {
  return <T>(statement: Parameters<typeof asRole<T>>[1]) => asRole(clinic.database.superuserUrl, statement);
}
