-- Reminders of visits: to whom, about what and how is remembered beside the message itself, in the same transaction, so
-- that nobody is reminded twice of one time. People have a zone; a visit is confirmed by its patient.
CREATE TABLE "reminder_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"mail_kinds" text[] NOT NULL,
	"text_kinds" text[] NOT NULL,
	"quiet_from" time NOT NULL,
	"quiet_to" time NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_settings_kinds" CHECK ("reminder_settings"."mail_kinds" <@ array['week', 'day', 'hours'] and "reminder_settings"."text_kinds" <@ array['week', 'day', 'hours']),
	CONSTRAINT "reminder_settings_quiet" CHECK ((extract(epoch from "reminder_settings"."quiet_to" - "reminder_settings"."quiet_from")::integer + 86400) % 86400 <= 50400)
);
--> statement-breakpoint
CREATE TABLE "reminder_texts" (
	"language" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"mail" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_texts_language_kind_pk" PRIMARY KEY("language","kind"),
	CONSTRAINT "reminder_texts_kind" CHECK ("reminder_texts"."kind" in ('week', 'day', 'hours')),
	CONSTRAINT "reminder_texts_one_line" CHECK ("reminder_texts"."subject" !~ '[[:cntrl:]]' and "reminder_texts"."text" !~ '[[:cntrl:]]')
);
--> statement-breakpoint
CREATE TABLE "visit_reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"message_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "visit_reminders_kind" CHECK ("visit_reminders"."kind" in ('week', 'day', 'hours')),
	CONSTRAINT "visit_reminders_channel" CHECK ("visit_reminders"."channel" in ('mail', 'sms'))
);
--> statement-breakpoint
ALTER TABLE "single_use_tickets" DROP CONSTRAINT "single_use_tickets_purpose";--> statement-breakpoint
ALTER TABLE "single_use_tickets" ADD CONSTRAINT "single_use_tickets_purpose" CHECK ("single_use_tickets"."purpose" in ('second_factor', 'portal_session', 'invitation', 'password_reset', 'email_change',
                             'undo_deletion', 'recovery', 'recovery_objection', 'visit_change', 'reminders_off'));--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "timed_at" timestamp with time zone;--> statement-breakpoint
-- Row security binds the owner as well, so the old rows are reached with it let go for this transaction.
ALTER TABLE "appointments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appointments" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "appointments" SET "timed_at" = "updated_at";--> statement-breakpoint
ALTER TABLE "appointments" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "appointments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appointments" ALTER COLUMN "timed_at" SET DEFAULT app.now();--> statement-breakpoint
ALTER TABLE "appointments" ALTER COLUMN "timed_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reminders" ADD CONSTRAINT "visit_reminders_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reminders" ADD CONSTRAINT "visit_reminders_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reminders" ADD CONSTRAINT "visit_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "visit_reminders_once" ON "visit_reminders" USING btree ("appointment_id","starts_at","user_id","kind","channel");--> statement-breakpoint
CREATE INDEX "visit_reminders_message" ON "visit_reminders" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "visit_reminders_patient" ON "visit_reminders" USING btree ("patient_id","appointment_id");--> statement-breakpoint
CREATE INDEX "appointments_coming" ON "appointments" USING btree ("scheduled_at") WHERE status = 'scheduled';
--> statement-breakpoint

-- A visit has its time since it was booked, or moved; what was promised of another time holds no longer.
create function app.time_visit() returns trigger language plpgsql as $$
begin
  if new.scheduled_at is distinct from old.scheduled_at then
    new.confirmed_at := null;
    new.timed_at := coalesce(app.now(), new.timed_at);
  elsif old.status = 'held' and new.status = 'scheduled' then
    new.timed_at := app.now();
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger time_visit before update on appointments for each row execute function app.time_visit();
--> statement-breakpoint
-- Whom to tell of a visit, and by which clock they live.
drop function app.readers_of_visits(uuid);
--> statement-breakpoint
create function app.readers_of_visits(p_patient_id uuid)
returns table (id uuid, email bytea, locale text, zone text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if not app.knows_visits_of(p_patient_id) then
    return;
  end if;
  return query select u.id, u.email, u.locale, u.zone from app.readers_of(p_patient_id) u;
end
$$;
--> statement-breakpoint
-- The patient's account, or where none of theirs is in use those who may book for them. For functions that have asked who wants
-- to know.
create function app.readers_of(p_patient_id uuid)
returns table (id uuid, email bytea, locale text, zone text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with reachable as (
      select id, email, locale, zone from users where is_verified and disabled_at is null and deleted_at is null),
    own as (select u.id from patients p join reachable u on u.id = p.user_id where p.id = p_patient_id)
    select u.* from reachable u
     where u.id in (
         select own.id from own
         union all
         select c.user_id from care_relationships c
          where c.patient_id = p_patient_id and c.kind = 'carer' and c.scope in ('appointments', 'chart_and_appointments')
            and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
            and not exists (select from own));
end
$$;
--> statement-breakpoint
-- Visits of which somebody may be to be reminded about now, with everybody who is told of them. Wider than what is due: how
-- long before, and when it is quiet, hangs on a reader's clock and is reckoned where that is known.
create function app.visits_to_remind_of()
returns table (
  appointment_id uuid, patient_id uuid, scheduled_at timestamptz, timed_at timestamptz, clinic_zone text, clinic_name text,
  id uuid, email bytea, locale text, zone text, mail_kinds text[], text_kinds text[], quiet_from time, quiet_to time,
  phone_id uuid, phone bytea, reminded text[])
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app.system_job() is distinct from 'reminders' then
    return;
  end if;
  return query
    select a.id, a.patient_id, a.scheduled_at, a.timed_at, a.zone, c.name, u.id, u.email, u.locale, u.zone,
           s.mail_kinds, s.text_kinds, s.quiet_from, s.quiet_to, f.id, f.secret,
           array(select r.kind || ':' || r.channel from visit_reminders r
                  where r.appointment_id = a.id and r.starts_at = a.scheduled_at and r.user_id = u.id)
      from appointments a
      join clinics c on c.id = a.clinic_id
     cross join lateral app.readers_of(a.patient_id) u
      left join reminder_settings s on s.user_id = u.id
      left join lateral (
        select f.id, f.secret from factors f
         where f.user_id = u.id and f.kind = 'sms' and f.confirmed_at is not null and f.revoked_at is null
         order by f.confirmed_at desc limit 1) f on true
     where a.status = 'scheduled' and a.scheduled_at > app.now() and a.scheduled_at < app.now() + interval '7 days 2 hours'
       and (a.scheduled_at < app.now() + interval '26 hours' or a.scheduled_at > app.now() + interval '5 days 22 hours')
     order by a.scheduled_at, a.id;
end
$$;
--> statement-breakpoint
-- Whether a message is still to go out: of a reminder, while the visit stands at the time of which it tells.
create function app.is_still_owed(p_message_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return not exists (
    select 1 from visit_reminders r
      join appointments a on a.id = r.appointment_id
      join users u on u.id = r.user_id
     where r.message_id = p_message_id
       and (a.status <> 'scheduled' or a.scheduled_at <> r.starts_at or a.scheduled_at <= app.now()
            or u.disabled_at is not null or u.deleted_at is not null));
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
do $$
declare
  t text;
  f regprocedure;
  job constant text := $p$app.system_job() = 'reminders'$p$;
  admin constant text := $p$app.role() = 'admin'$p$;
begin
  foreach t in array array['reminder_settings', 'reminder_texts', 'visit_reminders'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['reminder_settings', 'visit_reminders', 'clinics'] loop
    execute format('create policy remind_of on %I for select to medisecure_definer using (true)', t);
  end loop;
  execute 'create policy own on reminder_settings for all to medisecure_app using (user_id = app.user_id()) with check (user_id = app.user_id())';
  execute format('create policy read on reminder_texts for select to medisecure_app using (%s or %s)', admin, job);
  execute format('create policy write on reminder_texts for insert to medisecure_app with check (%s)', admin);
  execute format('create policy change on reminder_texts for update to medisecure_app using (%s) with check (%s)', admin, admin);
  execute format('create policy remove on reminder_texts for delete to medisecure_app using (%s)', admin);
  execute format('create policy remind on visit_reminders for insert to medisecure_app with check (%s)', job);
  execute format($p$create policy remind on single_use_tickets for insert to medisecure_app
    with check (%s and purpose in ('visit_change', 'reminders_off'))$p$, job);
  foreach f in array array[
    'app.readers_of_visits(uuid)', 'app.readers_of(uuid)', 'app.visits_to_remind_of()', 'app.is_still_owed(uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    if f <> 'app.readers_of(uuid)'::regprocedure then
      execute format('grant execute on function %s to medisecure_app', f);
    end if;
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.time_visit() from public;
--> statement-breakpoint
grant select, insert, update (mail_kinds, text_kinds, quiet_from, quiet_to, updated_at) on reminder_settings to medisecure_app;
--> statement-breakpoint
grant select, insert, update (subject, mail, text, updated_at), delete on reminder_texts to medisecure_app;
--> statement-breakpoint
grant insert on visit_reminders to medisecure_app;
--> statement-breakpoint
grant select (zone), update (zone) on users to medisecure_app;
--> statement-breakpoint
grant update (confirmed_at) on appointments to medisecure_app;
--> statement-breakpoint
grant select (zone) on users to medisecure_definer;
--> statement-breakpoint
grant select (clinic_id, zone, timed_at) on appointments to medisecure_definer;
--> statement-breakpoint
grant select (id, name) on clinics to medisecure_definer;
--> statement-breakpoint
grant select on reminder_settings, visit_reminders to medisecure_definer;
