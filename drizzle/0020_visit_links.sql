-- Mails about a visit have a link that changes that visit, without signing in; calendars are fed by a secret address.
ALTER TABLE "single_use_tickets" DROP CONSTRAINT "single_use_tickets_purpose";--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_hash" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_live" ON "calendar_feeds" USING btree ("user_id") WHERE revoked_at is null;--> statement-breakpoint
ALTER TABLE "single_use_tickets" ADD CONSTRAINT "single_use_tickets_purpose" CHECK ("single_use_tickets"."purpose" in ('second_factor', 'portal_session', 'invitation', 'password_reset', 'email_change',
                             'undo_deletion', 'recovery', 'recovery_objection', 'visit_change'));
--> statement-breakpoint

-- Whether the visits of that patient are the actor's business: their own, of somebody in their care, or with them.
create function app.knows_visits_of(p_patient_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return app.role() is distinct from 'admin' and (
    p_patient_id = app.patient_id()
    or exists (
      select 1 from care_relationships c
       where c.patient_id = p_patient_id and (c.practitioner_id = app.practitioner_id() or c.user_id = app.user_id())
         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))
    or exists (select 1 from appointments a where a.patient_id = p_patient_id and a.doctor_id = app.practitioner_id()));
end
$$;
--> statement-breakpoint
-- Whom to tell of a visit: the patient's account, or where there is none those who may book for them.
create function app.readers_of_visits(p_patient_id uuid)
returns table (id uuid, email bytea, locale text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if not app.knows_visits_of(p_patient_id) then
    return;
  end if;
  return query
    with own as (select p.user_id from patients p where p.id = p_patient_id and p.user_id is not null)
    select u.id, u.email, u.locale from users u
     where u.is_verified and u.disabled_at is null and u.deleted_at is null
       and u.id in (
         select user_id from own
         union all
         select c.user_id from care_relationships c
          where c.patient_id = p_patient_id and c.kind = 'carer' and c.scope in ('appointments', 'chart_and_appointments')
            and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
            and not exists (select from own));
end
$$;
--> statement-breakpoint
-- Whether the actor may have to tell that account of a visit, and so give it a link.
create function app.tells_of_visits(p_user_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select 1 from patients p where p.user_id = p_user_id and app.knows_visits_of(p.id))
      or exists (select 1 from care_relationships c
                  where c.user_id = p_user_id and c.kind = 'carer' and app.knows_visits_of(c.patient_id));
end
$$;
--> statement-breakpoint
-- Whose calendar asks; of an account that is shut, nobody's.
create function app.find_calendar_feed(p_token_hash bytea)
returns table (id uuid, user_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select f.id, f.user_id from calendar_feeds f join users u on u.id = f.user_id
     where f.token_hash = p_token_hash and f.revoked_at is null and u.disabled_at is null and u.deleted_at is null;
end
$$;
--> statement-breakpoint
alter table calendar_feeds enable row level security;
--> statement-breakpoint
alter table calendar_feeds force row level security;
--> statement-breakpoint
create policy own on calendar_feeds for all to medisecure_app using (user_id = app.user_id()) with check (user_id = app.user_id());
--> statement-breakpoint
create policy feed on calendar_feeds for select to medisecure_definer using (true);
--> statement-breakpoint
grant select, insert, update (revoked_at) on calendar_feeds to medisecure_app;
--> statement-breakpoint
grant select (id, user_id, token_hash, revoked_at) on calendar_feeds to medisecure_definer;
--> statement-breakpoint
create policy tell_of_visit on single_use_tickets for insert to medisecure_app
  with check (purpose = 'visit_change' and app.tells_of_visits(user_id));
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.knows_visits_of(uuid)', 'app.readers_of_visits(uuid)', 'app.tells_of_visits(uuid)',
    'app.find_calendar_feed(bytea)']::regprocedure[]
  loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
