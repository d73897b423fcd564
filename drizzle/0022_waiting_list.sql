-- Who waits for a time to become free, and what times were offered to them.
CREATE TABLE "waiting_list_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"clinic_id" uuid,
	"doctor_id" uuid,
	"speciality" text,
	"service_id" uuid,
	"mode" text,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"day_parts" text[] NOT NULL,
	"instead_of" uuid,
	"status" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "waiting_list_entries_status" CHECK ("waiting_list_entries"."status" in ('waiting', 'accepted', 'withdrawn', 'expired')),
	CONSTRAINT "waiting_list_entries_ended" CHECK (("waiting_list_entries"."status" = 'waiting') = ("waiting_list_entries"."ended_at" is null)),
	CONSTRAINT "waiting_list_entries_mode" CHECK ("waiting_list_entries"."mode" in ('in_person', 'video')),
	CONSTRAINT "waiting_list_entries_days" CHECK ("waiting_list_entries"."until_day" >= "waiting_list_entries"."from_day"),
	CONSTRAINT "waiting_list_entries_parts" CHECK ("waiting_list_entries"."day_parts" <@ array['morning', 'afternoon', 'evening']),
	CONSTRAINT "waiting_list_entries_wish" CHECK (num_nonnulls("waiting_list_entries"."doctor_id", "waiting_list_entries"."speciality", "waiting_list_entries"."service_id") > 0)
);
--> statement-breakpoint
CREATE TABLE "waiting_list_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"doctor_id" uuid NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"mode" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "waiting_list_offers_outcome" CHECK ("waiting_list_offers"."outcome" in ('accepted', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "waiting_list_offers_ended" CHECK (("waiting_list_offers"."outcome" is null) = ("waiting_list_offers"."ended_at" is null)),
	CONSTRAINT "waiting_list_offers_mode" CHECK ("waiting_list_offers"."mode" in ('in_person', 'video')),
	CONSTRAINT "waiting_list_offers_order" CHECK ("waiting_list_offers"."expires_at" > "waiting_list_offers"."offered_at")
);
--> statement-breakpoint
ALTER TABLE "single_use_tickets" DROP CONSTRAINT "single_use_tickets_purpose";--> statement-breakpoint
ALTER TABLE "waiting_list_entries" ADD CONSTRAINT "waiting_list_entries_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entries" ADD CONSTRAINT "waiting_list_entries_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entries" ADD CONSTRAINT "waiting_list_entries_doctor_id_practitioners_id_fk" FOREIGN KEY ("doctor_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entries" ADD CONSTRAINT "waiting_list_entries_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entries" ADD CONSTRAINT "waiting_list_entries_instead_of_appointments_id_fk" FOREIGN KEY ("instead_of") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entries" ADD CONSTRAINT "waiting_list_entries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_offers" ADD CONSTRAINT "waiting_list_offers_entry_id_waiting_list_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."waiting_list_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_offers" ADD CONSTRAINT "waiting_list_offers_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_offers" ADD CONSTRAINT "waiting_list_offers_doctor_id_practitioners_id_fk" FOREIGN KEY ("doctor_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_list_entries_one" ON "waiting_list_entries" USING btree ("patient_id",coalesce(doctor_id::text, ''),coalesce(speciality, ''),coalesce(service_id::text, ''),coalesce(instead_of::text, '')) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "waiting_list_entries_waiting" ON "waiting_list_entries" USING btree ("created_at","id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "waiting_list_entries_patient" ON "waiting_list_entries" USING btree ("patient_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_list_offers_open" ON "waiting_list_offers" USING btree ("entry_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "waiting_list_offers_entry" ON "waiting_list_offers" USING btree ("entry_id","scheduled_at");--> statement-breakpoint
CREATE INDEX "waiting_list_offers_patient" ON "waiting_list_offers" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "waiting_list_offers_expiry" ON "waiting_list_offers" USING btree ("expires_at") WHERE outcome is null;--> statement-breakpoint
ALTER TABLE "single_use_tickets" ADD CONSTRAINT "single_use_tickets_purpose" CHECK ("single_use_tickets"."purpose" in ('second_factor', 'portal_session', 'invitation', 'password_reset', 'email_change',
                             'undo_deletion', 'recovery', 'recovery_objection', 'visit_change', 'reminders_off', 'visit_offer'));
--> statement-breakpoint

-- Whether an entry is on the list of the doctor who acts: it waits for them, or for anybody who is as they are.
create function app.waits_for_me(p_doctor_id uuid, p_clinic_id uuid, p_speciality text, p_service_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() is distinct from 'doctor' or app.practitioner_id() is null then
    return false;
  end if;
  if p_doctor_id is not null then
    return p_doctor_id = app.practitioner_id();
  end if;
  return exists (
    select 1 from practitioners d
     where d.id = app.practitioner_id() and (p_clinic_id is null or d.clinic_id = p_clinic_id)
       and (p_speciality is null or d.speciality = p_speciality)
       and (p_service_id is null or exists (
             select 1 from practitioner_services s where s.practitioner_id = d.id and s.service_id = p_service_id)));
end
$$;
--> statement-breakpoint
-- With whose eyes the job looks for a time: those of the patient, or where they have no account of whoever has joined.
create function app.waiting_actor(p_id uuid)
returns table (user_id uuid, role text, patient_id uuid, practitioner_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select u.id, u.role, p.id, d.id
      from waiting_list_entries e
      join patients w on w.id = e.patient_id
      join users u on u.id = coalesce(w.user_id, e.created_by)
      left join patients p on p.user_id = u.id
      left join practitioners d on d.user_id = u.id and d.closed_at is null
     where e.id = p_id and e.status = 'waiting' and app.system_job() = 'waiting-list'
       and u.is_verified and u.disabled_at is null and u.deleted_at is null and u.role <> 'admin';
end
$$;
--> statement-breakpoint
-- What is no longer waited for: its days are over wherever on earth, the visit that it was to replace stands no longer, or two
-- offers ran out without an answer.
create function app.end_spent_waits() returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_ended integer;
begin
  if app.system_job() is distinct from 'waiting-list' then
    return 0;
  end if;
  update waiting_list_entries w set status = 'expired', ended_at = app.now()
   where w.id in (
     select e.id from waiting_list_entries e
      where e.status = 'waiting'
        and (e.until_day < ((app.now() - interval '12 hours') at time zone 'UTC')::date
             or e.instead_of is not null and not exists (
                  select 1 from appointments a
                   where a.id = e.instead_of and a.status = 'scheduled' and a.scheduled_at > app.now())
             or (select count(*) from waiting_list_offers o where o.entry_id = e.id and o.outcome = 'expired') >= 2)
        and not exists (select 1 from waiting_list_offers o where o.entry_id = e.id and o.outcome is null)
        for update skip locked);
  get diagnostics v_ended = row_count;
  return v_ended;
end
$$;
--> statement-breakpoint
-- What was held and not booked is nobody's any more, and what was offered with it has run out.
create or replace function app.release_expired_holds() returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_released integer;
begin
  delete from appointments a
   using (select h.id from appointments h where h.held_until <= app.now() for update skip locked) spent
   where a.id = spent.id;
  get diagnostics v_released = row_count;
  update waiting_list_offers o set outcome = 'expired', ended_at = app.now()
    from (select w.id from waiting_list_offers w
           where w.outcome is null and w.expires_at <= app.now() for update skip locked) spent
   where o.id = spent.id;
  return v_released;
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.waits_for_me(uuid, uuid, text, uuid)', 'app.waiting_actor(uuid)', 'app.end_spent_waits()']::regprocedure[]
  loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
grant select (id, patient_id, created_by, status, until_day, instead_of), update (status, ended_at)
  on waiting_list_entries to medisecure_definer;
--> statement-breakpoint
grant select (id, entry_id, outcome, expires_at), update (outcome, ended_at) on waiting_list_offers to medisecure_definer;
--> statement-breakpoint
grant select (clinic_id, speciality) on practitioners to medisecure_definer;
--> statement-breakpoint
grant select (practitioner_id, service_id) on practitioner_services to medisecure_definer;
--> statement-breakpoint

do $$
declare
  t text;
  p record;
  job constant text := $p$app.system_job() = 'waiting-list'$p$;
  -- Whoever may book for the patient speaks for them here too.
  side constant text := $p$(app.role() is distinct from 'admin' and (%1$s = app.patient_id() or app.books_for(%1$s)))$p$;
  entries constant text := format(side, 'waiting_list_entries.patient_id');
  offers constant text := format(side, 'waiting_list_offers.patient_id');
  visits constant text := format(side, 'appointments.patient_id');
begin
  foreach t in array array['waiting_list_entries', 'waiting_list_offers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to medisecure_app', t);
  end loop;
  for p in select * from (values
    -- table, name, command, using, with check
    ('waiting_list_entries', 'read', 'select', $p$app.role() is distinct from 'admin' and (
       patient_id = app.patient_id()
       or exists (select 1 from care_relationships c
                   where c.patient_id = waiting_list_entries.patient_id and c.kind = 'carer' and c.user_id = app.user_id()
                     and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))
       or app.waits_for_me(doctor_id, clinic_id, speciality, service_id))$p$, null),
    ('waiting_list_entries', 'work', 'select', job, null),
    ('waiting_list_entries', 'join', 'insert', null, entries || $p$ and created_by = app.user_id() and status = 'waiting'
       and (instead_of is null or exists (
             select 1 from appointments a where a.id = instead_of and a.patient_id = waiting_list_entries.patient_id))$p$),
    ('waiting_list_entries', 'end', 'update', entries || $p$ and status = 'waiting'$p$, entries),
    -- Whoever sees the entry sees what was offered for it.
    ('waiting_list_offers', 'read', 'select', $p$exists (
       select 1 from waiting_list_entries e where e.id = entry_id and e.patient_id = waiting_list_offers.patient_id)$p$, null),
    ('waiting_list_offers', 'offer', 'insert', null, job || $p$ and outcome is null and exists (
       select 1 from waiting_list_entries e
        where e.id = entry_id and e.patient_id = waiting_list_offers.patient_id and e.status = 'waiting')$p$),
    ('waiting_list_offers', 'answer', 'update', offers || ' and outcome is null', offers),
    ('appointments', 'decline', 'delete', $p$status = 'held' and created_by is null and $p$ || visits, null),
    ('single_use_tickets', 'tell_of_offer', 'insert', null,
      $p$purpose = 'visit_offer' and app.tells_of_visits(user_id) and $p$ || job)
  ) as v (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;
  -- What the clinic keeps for somebody who waits is held by nobody in person: their side sees it, and the job alone makes it.
  drop policy holds on appointments;
  execute $p$create policy holds on appointments as restrictive for select to medisecure_app
    using (status <> 'held' or created_by = app.user_id() or created_by is null and $p$ || visits || ')';
  execute $p$create policy hold on appointments as restrictive for insert to medisecure_app
    with check (status <> 'held' or created_by = app.user_id() or created_by is null and $p$ || job || ')';
  execute 'create policy spent on waiting_list_entries for all to medisecure_definer using (true) with check (true)';
  execute 'create policy spent on waiting_list_offers for all to medisecure_definer using (true) with check (true)';
  execute 'create policy waits on practitioner_services for select to medisecure_definer using (true)';
end
$$;
--> statement-breakpoint
grant update (status, ended_at) on waiting_list_entries to medisecure_app;
--> statement-breakpoint
grant update (outcome, ended_at) on waiting_list_offers to medisecure_app;
