-- Messages that will never go out, and reminders that did not.
DROP INDEX "outbox_unsent";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "dropped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "visit_reminders" ADD COLUMN "true_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("created_at") WHERE sent_at is null and dropped_at is null;
--> statement-breakpoint
-- What will never go out is forgotten like what went out.
alter policy spent on outbox using (app.system_job() = 'purge' and (sent_at <= app.now() or dropped_at <= app.now()));
--> statement-breakpoint
alter policy purge on outbox using (app.system_job() = 'purge' and (sent_at <= app.now() or dropped_at <= app.now()));
--> statement-breakpoint
grant update (dropped_at) on outbox to medisecure_app;
--> statement-breakpoint
-- Whether a message is still to go out: of a reminder, while the visit stands at the time of which it tells, and its words
-- are true.
create or replace function app.is_still_owed(p_message_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return not exists (
    select 1 from visit_reminders r
      join appointments a on a.id = r.appointment_id
      join users u on u.id = r.user_id
     where r.message_id = p_message_id
       and (a.status <> 'scheduled' or a.scheduled_at <> r.starts_at or a.scheduled_at <= app.now()
            or r.true_until <= app.now() or u.disabled_at is not null or u.deleted_at is not null));
end
$$;
--> statement-breakpoint
-- A reminder that never went out is not one: where the visit stands again, it is written anew.
create function app.forget_unsent_reminder(p_message_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.system_job() = 'mail' then
    delete from visit_reminders where message_id = p_message_id;
  end if;
end
$$;
--> statement-breakpoint
-- Which visits are by video, so that nobody is sent to the clinic for one. And a few hours more: what would be told on the
-- day itself is told before the quiet hours of the day before.
drop function app.visits_to_remind_of();
--> statement-breakpoint
create function app.visits_to_remind_of()
returns table (
  appointment_id uuid, patient_id uuid, scheduled_at timestamptz, timed_at timestamptz, mode text, clinic_zone text,
  clinic_name text, id uuid, email bytea, locale text, zone text, mail_kinds text[], text_kinds text[], quiet_from time,
  quiet_to time, phone_id uuid, phone bytea, reminded text[])
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app.system_job() is distinct from 'reminders' then
    return;
  end if;
  return query
    select a.id, a.patient_id, a.scheduled_at, a.timed_at, a.mode, a.zone, c.name, u.id, u.email, u.locale, u.zone,
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
       and (a.scheduled_at < app.now() + interval '40 hours' or a.scheduled_at > app.now() + interval '5 days 22 hours')
     order by a.scheduled_at, a.id;
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.forget_unsent_reminder(uuid)', 'app.visits_to_remind_of()']::regprocedure[] loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
create policy forget on visit_reminders for delete to medisecure_definer using (true);
--> statement-breakpoint
grant delete on visit_reminders to medisecure_definer;
--> statement-breakpoint
grant select (mode) on appointments to medisecure_definer;
