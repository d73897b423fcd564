import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { VisitMode } from '../schema/appointments';
import type { factors } from '../schema/factors';
import type { ReminderKind } from '../schema/reminder-settings';
import type { visitReminders } from '../schema/visit-reminders';
import type { ReaderRow } from './visit-readers';

/** A visit and somebody who is told of it; settings are null where they have chosen nothing. */
export interface VisitToRemindOf extends ReaderRow {
  appointment_id: Id<'appointments'>;
  patient_id: Id<'patients'>;
  scheduled_at: Temporal.Instant;
  timed_at: Temporal.Instant;
  mode: VisitMode;
  clinic_zone: string;
  clinic_name: string;
  mail_kinds: ReminderKind[] | null;
  text_kinds: ReminderKind[] | null;
  quiet_from: string | null;
  quiet_to: string | null;
  phone_id: Id<'factors'> | null;
  phone: (typeof factors.$inferSelect)['secret'];
  /** `kind:channel` of what was sent about the time that the visit has. */
  reminded: string[];
}

/** For the job of that name alone. */
export function listVisitsToRemindOf(tx: Tx): Promise<VisitToRemindOf[]> {
  return tx<VisitToRemindOf[]>`select * from app.visits_to_remind_of()`;
}

/** False where it was written before: one message for each time, reader, kind and channel. */
export async function insertVisitReminder(tx: Tx, row: typeof visitReminders.$inferInsert): Promise<boolean> {
  const { count } = await tx`
    insert into visit_reminders (id, patient_id, appointment_id, user_id, kind, channel, starts_at, true_until,
                                 message_id, created_at)
    values (${row.id}, ${row.patient_id}, ${row.appointment_id}, ${row.user_id}, ${row.kind}, ${row.channel},
            ${row.starts_at}, ${row.true_until ?? null}, ${row.message_id}, ${row.created_at})
    on conflict do nothing`;
  return count === 1;
}
