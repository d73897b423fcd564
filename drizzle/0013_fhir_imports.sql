-- Uploads of FHIR resources: what waits sealed until it is in the charts, and what became of it.
CREATE TABLE "import_chunks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"entries" integer NOT NULL,
	"is_checked" boolean NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_issues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"path" text NOT NULL,
	"code" text NOT NULL,
	"severity" text NOT NULL,
	CONSTRAINT "import_issues_severity" CHECK ("import_issues"."severity" in ('error', 'warning'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_by" uuid,
	"into_patient_id" uuid,
	"clinic_id" uuid,
	"doctor_id" uuid,
	"source_system" text NOT NULL,
	"file_hash" "bytea" NOT NULL,
	"bundle_type" text NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"added" integer NOT NULL,
	"known" integer NOT NULL,
	"updated" integer NOT NULL,
	"rejected" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('queued', 'running', 'done', 'failed', 'cancelled')),
	CONSTRAINT "imports_ended" CHECK (("imports"."state" in ('queued', 'running')) = ("imports"."ended_at" is null)),
	CONSTRAINT "imports_type" CHECK ("imports"."bundle_type" in ('transaction', 'batch', 'collection', 'searchset', 'resources')),
	CONSTRAINT "imports_done" CHECK ("imports"."done" between 0 and "imports"."total")
);
--> statement-breakpoint
ALTER TABLE "medical_records" ADD COLUMN "source_hash" "bytea";--> statement-breakpoint
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_issues" ADD CONSTRAINT "import_issues_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_into_patient_id_patients_id_fk" FOREIGN KEY ("into_patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_doctor_id_practitioners_id_fk" FOREIGN KEY ("doctor_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_chunks_position" ON "import_chunks" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "import_issues_import" ON "import_issues" USING btree ("import_id","severity","position");--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "imports_waiting" ON "imports" USING btree ("created_at","id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "medical_records_source_chart" ON "medical_records" USING btree ("source_index");--> statement-breakpoint

do $$
declare
  me constant text := 'app.user_id()';
  admin constant text := $p$app.role() = 'admin'$p$;
  staff constant text := $p$app.role() in ('doctor', 'admin')$p$;
  import constant text := $p$app.system_job() = 'import'$p$;
  -- An upload is its maker's while it waits; what has been read of it is for the job alone.
  own constant text := $p$exists (select 1 from imports i where i.id = import_id and i.created_by = app.user_id()
    and i.state in ('queued', 'failed'))$p$;
  p record;
begin
  for p in select * from (values
    -- table, name, command, using, with check
    -- What a doctor has put into one chart is no admin's to follow: even numbers tell of a single person.
    ('imports', 'read', 'select', format('created_by = %s or %s and clinic_id is not null or %s', me, admin, import), null),
    ('imports', 'add', 'insert', null, format('%s and created_by = %s or %s', staff, me, import)),
    ('imports', 'work', 'update', import, import),
    ('imports', 'cancel', 'update', format($u$created_by = %s and state in ('queued', 'running')$u$, me),
      format($c$created_by = %s and state in ('cancelled', 'failed')$c$, me)),
    ('import_chunks', 'add', 'insert', null, format('%s or %s', own, import)),
    ('import_chunks', 'read', 'select', import, null),
    ('import_chunks', 'check', 'update', import, import),
    ('import_chunks', 'spent', 'delete', import || $p$ and exists (
      select 1 from imports i where i.id = import_id and i.ended_at is not null)$p$, null),
    ('import_issues', 'read', 'select', 'exists (select 1 from imports i where i.id = import_id)', null),
    ('import_issues', 'add', 'insert', null, format('%s or %s', own, import)),
    -- What an upload says of a patient beyond what is known of them.
    ('patients', 'join_identity', 'update', import, import),
    -- What the source has changed becomes the next version.
    ('medical_records', 'update_from_source', 'update', import || ' and source_index is not null', import || ' and source_index is not null')
  ) as t (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;
end
$$;
--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['imports', 'import_chunks', 'import_issues'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to medisecure_app', t);
  end loop;
end
$$;
--> statement-breakpoint
grant update (into_patient_id, state, done, added, known, updated, rejected, ended_at) on imports to medisecure_app;
--> statement-breakpoint
grant update (is_checked), delete on import_chunks to medisecure_app;
--> statement-breakpoint
grant update (source_hash, record_type) on medical_records to medisecure_app;
--> statement-breakpoint
grant update (identity, updated_at) on patients to medisecure_app;
--> statement-breakpoint

-- Whoever has uploaded it, as long as their account is open: what they could not amend, their upload does not either.
create function app.import_actor(p_id uuid)
returns table (user_id uuid, role text, patient_id uuid, practitioner_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select u.id, u.role, p.id, d.id
      from imports i
      join users u on u.id = i.created_by
      left join patients p on p.user_id = u.id
      left join practitioners d on d.user_id = u.id and d.closed_at is null
     where i.id = p_id and i.state in ('queued', 'running') and app.system_job() = 'import'
       and u.is_verified and u.disabled_at is null and u.deleted_at is null and u.role = 'doctor';
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.import_actor(uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.import_actor(uuid) from public;
--> statement-breakpoint
grant execute on function app.import_actor(uuid) to medisecure_app;
--> statement-breakpoint
grant select (id, created_by, state) on imports to medisecure_definer;
--> statement-breakpoint
create policy uploader on imports for select to medisecure_definer using (true);
