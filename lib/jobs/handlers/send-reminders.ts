import { withActor } from '#db/client';
import { listReminderTexts } from '#db/queries/reminder-texts';
import { listVisitsToRemindOf } from '#db/queries/reminders';
import { keyRing } from '#lib/crypto/key-ring';
import { dueReminders } from '#lib/operations/reminders/due-reminders';
import { writeReminder } from '#lib/operations/reminders/write-reminder';
import type { Clock } from '#lib/platform/clock';
import { log } from '#lib/platform/log';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from '../repeat';

const idleMilliseconds = 60_000;

/**
 * Writes what is due, one transaction each: a process that dies in the middle leaves the rest to the next one, and two
 * that look at once write nothing twice.
 *
 * @returns how many it wrote
 */
export async function sendDueReminders(clock: Clock): Promise<number> {
  await keyRing.fresh();
  const now = clock.now();
  const actor = () => ({ kind: 'system', job: 'reminders', now, requestId: newRequestId() }) as const;
  const [visits, texts] = await withActor(actor(), async (tx) => [
    await listVisitsToRemindOf(tx),
    await listReminderTexts(tx),
  ]);
  let written = 0;
  for (const reminder of visits.flatMap((visit) => dueReminders(visit, now))) {
    try {
      if (await withActor(actor(), (tx) => writeReminder(tx, reminder, texts, now))) written += 1;
    } catch (error) {
      // One that cannot be written, say for a sealed address that does not open, keeps nobody else from theirs.
      log().error('reminder_failed', error, { appointment: reminder.visit.appointment_id });
    }
  }
  return written;
}

/** Looks once a minute. */
export function startReminders(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const step = () => sendDueReminders(clock);
  const working = repeat('reminders_failed', step, idleMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
