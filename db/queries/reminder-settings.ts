import type { Tx } from '../client';
import type { factors } from '../schema/factors';
import type { reminderSettings } from '../schema/reminder-settings';
import type { users } from '../schema/users';

type Settings = Omit<typeof reminderSettings.$inferSelect, 'user_id' | 'updated_at'>;
type User = typeof users.$inferSelect;

/** What was never chosen is null. */
export type ReminderSettingsRow = Pick<User, 'id' | 'zone' | 'locale'> & {
  [K in keyof Settings]: Settings[K] | null;
} & { phone_id: (typeof factors.$inferSelect)['id'] | null };

const ofActor = (tx: Tx) => tx`
  select u.id, u.zone, u.locale, s.mail_kinds, s.text_kinds, to_char(s.quiet_from, 'HH24:MI') as quiet_from,
         to_char(s.quiet_to, 'HH24:MI') as quiet_to,
         (select f.id from factors f
           where f.user_id = u.id and f.kind = 'sms' and f.confirmed_at is not null and f.revoked_at is null
           order by f.confirmed_at desc limit 1) as phone_id
    from users u left join reminder_settings s on s.user_id = u.id
   where u.id = app.user_id()`;

export async function findOwnReminderSettings(tx: Tx): Promise<ReminderSettingsRow | null> {
  const [row] = await tx<ReminderSettingsRow[]>`${ofActor(tx)}`;
  return row ?? null;
}

/** The same of an actor who is held until the end of the transaction. */
export async function lockOwnReminderSettings(tx: Tx): Promise<ReminderSettingsRow | null> {
  const [row] = await tx<ReminderSettingsRow[]>`${ofActor(tx)} for no key update of u`;
  return row ?? null;
}

export async function saveOwnReminderSettings(tx: Tx, settings: Settings): Promise<void> {
  const { mail_kinds, text_kinds, quiet_from, quiet_to } = settings;
  await tx`
    insert into reminder_settings (user_id, mail_kinds, text_kinds, quiet_from, quiet_to, updated_at)
    values (app.user_id(), ${mail_kinds}, ${text_kinds}, ${quiet_from}, ${quiet_to}, app.now())
    on conflict (user_id) do update
       set mail_kinds = excluded.mail_kinds, text_kinds = excluded.text_kinds, quiet_from = excluded.quiet_from,
           quiet_to = excluded.quiet_to, updated_at = excluded.updated_at`;
}

/** By which clock the actor lives, and in which language they read; null for the clinic's and the browser's. */
export async function markOwnZone(tx: Tx, { zone, locale }: Pick<User, 'zone' | 'locale'>): Promise<void> {
  await tx`
    update users set zone = ${zone}, locale = ${locale}, updated_at = app.now(), profile_version = profile_version + 1
     where id = app.user_id() and (zone is distinct from ${zone} or locale is distinct from ${locale})`;
}

/** The zone of whoever acts, where they have one. */
export async function findOwnZone(tx: Tx): Promise<string | null> {
  const [row] = await tx<Pick<User, 'zone'>[]>`select zone from users where id = app.user_id()`;
  return row?.zone ?? null;
}
