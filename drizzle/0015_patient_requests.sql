-- What patients ask for: more of a medicine, and that a record be corrected; and who may write what a patient reports.
CREATE TABLE "amendment_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"record_version" integer NOT NULL,
	"status" text NOT NULL,
	"wrong" "bytea" NOT NULL,
	"wanted" "bytea" NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"answer" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"accepted_version" integer,
	"disagreement" "bytea",
	"disagreed_at" timestamp with time zone,
	CONSTRAINT "amendment_requests_status" CHECK ("amendment_requests"."status" in ('requested', 'accepted', 'denied', 'withdrawn')),
	CONSTRAINT "amendment_requests_decided" CHECK (("amendment_requests"."status" in ('accepted', 'denied')) = ("amendment_requests"."decided_by" is not null)
          and ("amendment_requests"."status" = 'requested') = ("amendment_requests"."decided_at" is null)
          and ("amendment_requests"."status" = 'accepted' or "amendment_requests"."accepted_version" is null)
          and ("amendment_requests"."status" <> 'denied' or "amendment_requests"."answer" is not null)
          and ("amendment_requests"."status" <> 'accepted' or "amendment_requests"."answer" is not null or "amendment_requests"."accepted_version" is not null)),
	CONSTRAINT "amendment_requests_disagreement" CHECK (("amendment_requests"."disagreement" is null) = ("amendment_requests"."disagreed_at" is null)
          and ("amendment_requests"."disagreement" is null or "amendment_requests"."status" = 'denied'))
);
--> statement-breakpoint
CREATE TABLE "refill_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"status" text NOT NULL,
	"note" "bytea",
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"answer" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"renewed_record_id" uuid,
	CONSTRAINT "refill_requests_status" CHECK ("refill_requests"."status" in ('requested', 'approved', 'denied', 'withdrawn')),
	CONSTRAINT "refill_requests_decided" CHECK (("refill_requests"."status" in ('approved', 'denied')) = ("refill_requests"."decided_by" is not null)
          and ("refill_requests"."status" = 'requested') = ("refill_requests"."decided_at" is null)
          and ("refill_requests"."status" = 'approved') = ("refill_requests"."renewed_record_id" is not null)
          and ("refill_requests"."status" <> 'denied' or "refill_requests"."answer" is not null))
);
--> statement-breakpoint
ALTER TABLE "amendment_requests" ADD CONSTRAINT "amendment_requests_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_requests" ADD CONSTRAINT "amendment_requests_record_id_medical_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."medical_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_requests" ADD CONSTRAINT "amendment_requests_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_requests" ADD CONSTRAINT "amendment_requests_decided_by_practitioners_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refill_requests" ADD CONSTRAINT "refill_requests_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refill_requests" ADD CONSTRAINT "refill_requests_record_id_medical_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."medical_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refill_requests" ADD CONSTRAINT "refill_requests_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refill_requests" ADD CONSTRAINT "refill_requests_decided_by_practitioners_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refill_requests" ADD CONSTRAINT "refill_requests_renewed_record_id_medical_records_id_fk" FOREIGN KEY ("renewed_record_id") REFERENCES "public"."medical_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "amendment_requests_open" ON "amendment_requests" USING btree ("record_id") WHERE status = 'requested';--> statement-breakpoint
CREATE INDEX "amendment_requests_patient" ON "amendment_requests" USING btree ("patient_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refill_requests_open" ON "refill_requests" USING btree ("record_id") WHERE status = 'requested';--> statement-breakpoint
CREATE INDEX "refill_requests_patient" ON "refill_requests" USING btree ("patient_id","requested_at");
--> statement-breakpoint

-- A request is decided or withdrawn once. Whoever decides does so in their own name.
create function app.check_refill_request() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status = 'requested' and (
      new.status = 'withdrawn' and (new.answer, new.renewed_record_id) is not distinct from (old.answer, old.renewed_record_id)
      or new.status in ('approved', 'denied') and new.decided_by is not distinct from app.practitioner_id()) then
    return new;
  end if;
  raise exception 'A request cannot move from % to %.', old.status, new.status
    using errcode = 'check_violation', constraint = 'refill_requests_move', table = 'refill_requests';
end
$$;
--> statement-breakpoint
create trigger refill_requests_move before update on refill_requests
  for each row execute function app.check_refill_request();
--> statement-breakpoint
-- The same; and to what was denied the patient adds one statement, which then stands.
create function app.check_amendment_request() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status = 'requested' and new.disagreement is null and (
      new.status = 'withdrawn' and new.answer is null
      or new.status in ('accepted', 'denied') and new.decided_by is not distinct from app.practitioner_id())
     or old.status = 'denied' and old.disagreement is null and new.disagreement is not null
      and (new.status, new.answer, new.decided_by, new.decided_at)
          is not distinct from (old.status, old.answer, old.decided_by, old.decided_at) then
    return new;
  end if;
  raise exception 'A request cannot move from % to %.', old.status, new.status
    using errcode = 'check_violation', constraint = 'amendment_requests_move', table = 'amendment_requests';
end
$$;
--> statement-breakpoint
create trigger amendment_requests_move before update on amendment_requests
  for each row execute function app.check_amendment_request();
--> statement-breakpoint
revoke execute on function app.check_refill_request(), app.check_amendment_request() from public;
--> statement-breakpoint

grant create on schema app to medisecure_definer;
--> statement-breakpoint
-- Whether somebody who treats the patient has had a hand in what the patient reported: from then on it is the clinic's.
-- A policy of medical_records may not read the versions, whose own policy reads medical_records.
create function app.taken_over(p_record_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select 1 from medical_record_versions v
      join practitioners d on d.user_id = v.author_user_id
      join patients p on p.id = v.patient_id
     where v.record_id = p_record_id and p.user_id is distinct from v.author_user_id);
end
$$;
--> statement-breakpoint
-- Whom to tell of a request, for those whom it is between: where they read their mail, sealed as it is stored. Of
-- doctors the one named, where they treat the patient at this moment, or else all who do.
create function app.parties_of_request(p_patient_id uuid, p_doctor_id uuid, p_requested_by uuid)
returns table (party text, id uuid, email bytea, locale text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with care as (
      select c.practitioner_id, c.user_id, c.kind from care_relationships c
       where c.patient_id = p_patient_id
         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())),
    treating as (
      select d.id, d.user_id from practitioners d
       where d.id in (select care.practitioner_id from care where care.kind = 'treating')),
    parties as (
      select 'doctor' as party, t.user_id from treating t
       where t.id = p_doctor_id or not exists (select 1 from treating n where n.id = p_doctor_id)
      union select 'patient', p.user_id from patients p where p.id = p_patient_id
      union select 'patient', care.user_id from care where care.kind = 'carer' and care.user_id = p_requested_by)
    select parties.party, u.id, u.email, u.locale from parties join users u on u.id = parties.user_id
     where u.is_verified and u.disabled_at is null and u.deleted_at is null
       and (p_patient_id = app.patient_id()
            or exists (select 1 from care where care.user_id = app.user_id() or care.practitioner_id = app.practitioner_id()));
end
$$;
--> statement-breakpoint
alter function app.taken_over(uuid) owner to medisecure_definer;
--> statement-breakpoint
alter function app.parties_of_request(uuid, uuid, uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.taken_over(uuid), app.parties_of_request(uuid, uuid, uuid) from public;
--> statement-breakpoint
grant execute on function app.taken_over(uuid), app.parties_of_request(uuid, uuid, uuid) to medisecure_app;
--> statement-breakpoint
grant select (record_id, patient_id, author_user_id) on medical_record_versions to medisecure_definer;
--> statement-breakpoint
grant select (email, locale, is_verified, disabled_at, deleted_at) on users to medisecure_definer;
--> statement-breakpoint
grant select (practitioner_id) on care_relationships to medisecure_definer;
--> statement-breakpoint

do $$
declare
  me constant text := 'app.user_id()';
  clinical constant text := $p$app.role() is distinct from 'admin'$p$;
  own constant text := '%1$s.patient_id = app.patient_id()';
  -- Whoever looks after the patient's records acts for them.
  cares constant text := $p$exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s.patient_id and c.kind = 'carer' and c.scope = 'chart_and_appointments'
       and c.user_id = app.user_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))$p$;
  asks constant text := '(' || clinical || ' and (' || own || ' or ' || cares || '))';
  decides constant text := $p$(app.role() = 'doctor' and exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s.patient_id and c.kind = 'treating' and c.practitioner_id = app.practitioner_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())))$p$;
  -- A request is as visible as the record that it is about, whose own policies speak here.
  record_shown constant text := $p$exists (
    select 1 from medical_records r where r.id = %1$s.record_id and r.patient_id = %1$s.patient_id%2$s)$p$;
  self_written constant text := clinical || $p$ and source_system = 'patient' and doctor_id is null
    and record_type in ('allergy', 'vital_sign', 'document') and release = 'released' and stage <> 'draft' and $p$
    || format('(' || own || $p$ or sensitivity = 'normal' and $p$ || cares || ')', 'medical_records');
  t text;
begin
  foreach t in array array['refill_requests', 'amendment_requests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to medisecure_app', t);
    execute format('create policy read on %I for select to medisecure_app using (%s and %s)', t, clinical,
      format(record_shown, t, ''));
    execute format('create policy ask on %I for insert to medisecure_app
      with check (status = ''requested'' and requested_by = %s and %s and %s)', t, me, format(asks, t),
      format(record_shown, t, case t
        when 'refill_requests' then $p$ and r.record_type = 'prescription' and r.status = 'active' and r.stage <> 'draft'$p$
        else $p$ and r.stage in ('final', 'amended')$p$ end));
    execute format('create policy withdraw on %I for update to medisecure_app
      using (status = ''requested'' and %2$s) with check (status = ''withdrawn'' and %2$s)', t, format(asks, t));
    execute format('create policy decide on %I for update to medisecure_app
      using (status = ''requested'' and %2$s) with check (decided_by = app.practitioner_id() and %2$s)', t, format(decides, t));
  end loop;
  execute format('create policy disagree on amendment_requests for update to medisecure_app
    using (status = ''denied'' and %1$s) with check (status = ''denied'' and %1$s)', format(asks, 'amendment_requests'));

  execute 'drop policy self_write on medical_records';
  execute 'drop policy self_amend on medical_records';
  execute format('create policy self_write on medical_records for insert to medisecure_app with check (%s)', self_written);
  execute format('create policy self_amend on medical_records for update to medisecure_app
    using (%1$s and not app.taken_over(id)) with check (%1$s)', self_written);
  execute format('create policy report on medical_record_versions for insert to medisecure_app
    with check (author_user_id = %s and %s and %s)', me, format(asks, 'medical_record_versions'),
    format(record_shown, 'medical_record_versions', $p$ and r.source_system = 'patient'$p$));
  execute 'create policy taken_over on medical_record_versions for select to medisecure_definer using (true)';
end
$$;
--> statement-breakpoint
grant update (status, answer, decided_by, decided_at, renewed_record_id) on refill_requests to medisecure_app;
--> statement-breakpoint
grant update (status, answer, decided_by, decided_at, accepted_version, disagreement, disagreed_at)
  on amendment_requests to medisecure_app;
