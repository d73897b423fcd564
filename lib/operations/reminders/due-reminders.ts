import type { Temporal } from 'temporal-polyfill';
import type { VisitToRemindOf } from '#db/queries/reminders';
import {
  isReminderDue,
  type ReminderChannel,
  type ReminderKind,
  reminderChannels,
  reminderKinds,
  reminderWording,
} from '#lib/domain/reminders';
import { settingsOf } from './settings-view';
import { visitFacts } from './visit-facts';
import type { Reminder } from './write-reminder';

/** What this reader is to be told of this visit now, and was not. */
export function dueReminders(visit: VisitToRemindOf, now: Temporal.Instant): Reminder[] {
  const { mail_kinds, text_kinds } = settingsOf(visit);
  const facts = visitFacts(visit);
  const wished = { mail: mail_kinds, sms: visit.phone_id ? text_kinds : [] };
  const due = reminderKinds.filter((kind) => isReminderDue(kind, facts, now));
  const isWished = (kind: ReminderKind, channel: ReminderChannel) =>
    wished[channel].includes(kind) && !visit.reminded.includes(`${kind}:${channel}`);
  // What comes so late that it says what another reminder says leaves it to that.
  const isSaidOtherwise = (kind: ReminderKind, channel: ReminderChannel) => {
    const { words } = reminderWording(kind, facts, now);
    return words !== kind && wished[channel].includes(words);
  };
  return due.flatMap((kind) =>
    reminderChannels
      .filter((channel) => isWished(kind, channel) && !isSaidOtherwise(kind, channel))
      .map((channel) => ({ visit, kind, channel })),
  );
}
