import { withActor } from '#db/client';
import { sendMessage } from '#lib/jobs/handlers/send-message';
import { sendDueReminders } from '#lib/jobs/handlers/send-reminders';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { asRole } from '../harness/as-role';
import type { TestClinic } from '../harness/clinic';
import { mailsTo } from '../harness/mails';
import { signIn } from './account';
import { createDoctor, createPatient, createSite, type Person } from './care';
import { type Visitor, visitor } from './visitor';

/** Monday, two weeks after the clock's day: ten o'clock in London. */
export const visitAt = '2026-03-16T10:00:00Z';
/** When it is reminded of. */
export const weekBefore = '2026-03-09T10:00:00Z';
export const dayBefore = '2026-03-15T10:00:00Z';
export const hoursBefore = '2026-03-16T08:00:00Z';

/** A patient with a doctor, on Monday, 2 March 2026, 9:00 in London; and how time passes for them. */
export async function reminderScene(clinic: TestClinic) {
  const { clock, database } = clinic;
  clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clock);
  const doctor = await createDoctor(clock, site);
  const patient = await createPatient(clock, site);
  const { email } = patient.account;
  const url = database.superuserUrl;

  /** Signed in anew: nobody is for two weeks. */
  const again = async (person: Person): Promise<Visitor> =>
    visitor(clock, await signIn(clock, person.account));

  const book = async (scheduled_at = visitAt) =>
    (await (await again(patient)).call(bookAppointment, { doctor_id: doctor.id, scheduled_at }))
      .id as Id<'appointments'>;

  const cancel = async (id: Id<'appointments'>) =>
    void (await (await again(patient)).call(cancelAppointment, { id }));

  /** What has been written for somebody, the oldest first. */
  const reminders = async (address = email) =>
    (await mailsTo(url, address)).filter((mail) => mail.unsubscribe !== undefined);

  /** The job looks at each of these moments. */
  async function lookAt(...moments: readonly string[]): Promise<void> {
    for (const moment of moments) {
      clock.set(moment);
      await sendDueReminders(clock);
    }
  }

  /** Tries to send all that is owed; gives what went out to somebody. */
  async function sent(address = email): Promise<{ to: string; text: string }[]> {
    const out: { to: string; text: string }[] = [];
    const send = async (message: { to: string; text: string }) => void out.push(message);
    const ids = await asRole(url, async (sql) => [
      ...(await sql<{ id: Id<'outbox'> }[]>`select id from outbox where sent_at is null order by id`),
    ]);
    for (const { id } of ids) await sendMessage(id, { mail: { send }, sms: { send } }, clock);
    return out.filter(({ to }) => to === address);
  }

  const asJob = <T>(job: string, work: Parameters<typeof withActor<T>>[1]) =>
    withActor({ kind: 'system', job, now: clock.now(), requestId: newRequestId() }, work);

  return { site, doctor, patient, email, url, again, book, cancel, reminders, lookAt, sent, asJob };
}

export type ReminderScene = Awaited<ReturnType<typeof reminderScene>>;
