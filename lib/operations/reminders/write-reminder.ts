import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { ReminderTextRow } from '#db/queries/reminder-texts';
import { insertVisitReminder, type VisitToRemindOf } from '#db/queries/reminders';
import { remindersToken } from '#lib/auth/reminders-link';
import { visitToken } from '#lib/auth/visit-link';
import { open } from '#lib/crypto/seal';
import { type ReminderChannel, type ReminderKind, reminderWording } from '#lib/domain/reminders';
import { enqueueText } from '#lib/notify/enqueue-text';
import { writtenReminder } from '#lib/notify/reminder-words';
import { tellAccount } from '#lib/notify/tell-account';
import { newId } from '#lib/platform/ids';
import { visitFacts } from './visit-facts';

export interface Reminder {
  readonly visit: VisitToRemindOf;
  readonly kind: ReminderKind;
  readonly channel: ReminderChannel;
}

/**
 * That somebody is reminded, and the message that does it: both or neither. Of two that write the same at once the
 * second waits for the first, and then has nothing to do.
 *
 * @returns whether it was written now
 */
export async function writeReminder(
  tx: Tx,
  { visit, kind, channel }: Reminder,
  texts: readonly ReminderTextRow[],
  now: Temporal.Instant,
): Promise<boolean> {
  const messageId = newId('outbox');
  const { appointment_id, patient_id, scheduled_at: at, mode } = visit;
  const facts = visitFacts(visit);
  const { words: worded, trueUntil } = reminderWording(kind, facts, now);
  const isNew = await insertVisitReminder(tx, {
    id: newId('visit_reminders'),
    ...{ patient_id, appointment_id, user_id: visit.id, kind, channel },
    starts_at: at,
    true_until: trueUntil,
    message_id: messageId,
    created_at: now,
  });
  if (!isNew) return false;
  const { words, language } = writtenReminder(texts, worded, mode, visit.locale);
  const told = { at, zone: facts.zone, mode, clinic: visit.clinic_name, words, language };
  if (channel === 'mail') {
    const token = await visitToken(tx, {
      userId: visit.id,
      visit: { id: appointment_id, scheduled_at: at },
      now,
    });
    const params = { ...told, token, unsubscribe_token: await remindersToken(tx, visit.id, now) };
    await tellAccount(tx, visit, { template: 'visit_reminder', params }, now, messageId);
  } else if (visit.phone_id && visit.phone) {
    const to = open('factors.secret', visit.phone_id, visit.phone);
    const text = { template: 'visit_reminder', params: told, to, locale: visit.locale } as const;
    await enqueueText(tx, text, now, at, messageId);
  }
  return true;
}
