import type { Tx } from '../client';
import type { ReminderKind } from '../schema/reminder-settings';
import type { reminderTexts } from '../schema/reminder-texts';

export type ReminderTextRow = Omit<typeof reminderTexts.$inferSelect, 'updated_at'>;

/** What the organisation says in its own words, in all languages. */
export function listReminderTexts(tx: Tx): Promise<ReminderTextRow[]> {
  return tx<
    ReminderTextRow[]
  >`select language, kind, subject, mail, text from reminder_texts order by language, kind`;
}

export async function saveReminderText(tx: Tx, row: ReminderTextRow): Promise<void> {
  await tx`
    insert into reminder_texts (language, kind, subject, mail, text, updated_at)
    values (${row.language}, ${row.kind}, ${row.subject}, ${row.mail}, ${row.text}, app.now())
    on conflict (language, kind) do update
       set subject = excluded.subject, mail = excluded.mail, text = excluded.text, updated_at = excluded.updated_at`;
}

/** The product's own words are said again. */
export async function deleteReminderText(tx: Tx, language: string, kind: ReminderKind): Promise<void> {
  await tx`delete from reminder_texts where language = ${language} and kind = ${kind}`;
}
