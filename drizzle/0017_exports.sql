-- Whole charts as files for whoever asks, written by a job that sees no more than they do.
CREATE TABLE "export_charts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"export_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"is_done" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"export_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"entries" integer NOT NULL,
	"bytes" integer NOT NULL,
	"with_restricted" boolean NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"state" text NOT NULL,
	"types" text[],
	"since" timestamp with time zone,
	"with_visits" boolean NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exports_state" CHECK ("exports"."state" in ('queued', 'running', 'done', 'failed', 'cancelled')),
	CONSTRAINT "exports_done" CHECK ("exports"."done" between 0 and "exports"."total")
);
--> statement-breakpoint
ALTER TABLE "export_charts" ADD CONSTRAINT "export_charts_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_charts" ADD CONSTRAINT "export_charts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_files" ADD CONSTRAINT "export_files_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_files" ADD CONSTRAINT "export_files_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "export_charts_chart" ON "export_charts" USING btree ("export_id","patient_id");--> statement-breakpoint
CREATE INDEX "export_charts_patient" ON "export_charts" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "export_files_type" ON "export_files" USING btree ("export_id","resource_type","id");--> statement-breakpoint
CREATE INDEX "export_files_patient" ON "export_files" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "exports_user" ON "exports" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "exports_waiting" ON "exports" USING btree ("created_at","id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "exports_expiry" ON "exports" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "medical_records_whole" ON "medical_records" USING btree ("patient_id","id");--> statement-breakpoint
CREATE INDEX "medical_record_versions_reason" ON "medical_record_versions" USING btree ("reason_id") WHERE reason_id is not null;--> statement-breakpoint
CREATE INDEX "medical_records_labelled" ON "medical_records" USING btree ("patient_id") WHERE stage = 'draft' or sensitivity <> 'normal' or release <> 'released';--> statement-breakpoint

-- With whose eyes the job looks: those of whoever has asked, as long as their account is open and the wish stands.
create function app.export_actor(p_id uuid)
returns table (user_id uuid, role text, patient_id uuid, practitioner_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select u.id, u.role, p.id, d.id
      from exports e
      join users u on u.id = e.user_id
      left join patients p on p.user_id = u.id
      left join practitioners d on d.user_id = u.id and d.closed_at is null
     where e.id = p_id and e.state in ('queued', 'running') and app.system_job() = 'export'
       and u.is_verified and u.disabled_at is null and u.deleted_at is null and u.role <> 'admin';
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.export_actor(uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.export_actor(uuid) from public;
--> statement-breakpoint
grant execute on function app.export_actor(uuid) to medisecure_app;
--> statement-breakpoint
grant select (id, user_id, state) on exports to medisecure_definer;
--> statement-breakpoint

do $$
declare
  me constant text := 'app.user_id()';
  job constant text := $p$app.system_job() = 'export'$p$;
  -- What its owner has dropped, and what nobody may take any more.
  spent constant text := job || $p$ and exists (
    select 1 from exports e where e.id = export_id and (e.state in ('cancelled', 'failed') or e.expires_at <= app.now()))$p$;
  own constant text := 'exists (select 1 from exports e where e.id = export_id and e.user_id = app.user_id() and %s)';
  -- A chart that its reader does not see any more is no longer in what they have exported.
  seen constant text := 'exists (select 1 from patients p where p.id = patient_id)';
  -- Nor is one in which they do not see any more what they saw when it was written: they are less to its patient now …
  trusted constant text := $p$(not with_restricted or patient_id = app.patient_id() or exists (
    select 1 from care_relationships c
     where c.patient_id = export_files.patient_id and c.practitioner_id = app.practitioner_id()
       and (c.kind = 'treating' or c.kind = 'consulting' and c.scope = 'restricted')
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())))$p$;
  -- … or a record of that time has changed since and is hidden now.
  unchanged constant text := $p$not exists (
    select 1 from exports e cross join app.labelled_records(export_files.patient_id) l
     where e.id = export_files.export_id and l.stage <> 'draft' and l.created_at <= e.created_at and l.updated_at > e.created_at
       and not exists (select 1 from medical_records m where m.id = l.id))$p$;
  p record;
begin
  for p in select * from (values
    -- table, name, command, using, with check
    ('exports', 'read', 'select', format('user_id = %s or %s', me, job), null),
    ('exports', 'add', 'insert', null, format($c$user_id = %s and state = 'queued'$c$, me)),
    ('exports', 'work', 'update', job, job),
    ('exports', 'cancel', 'update', format('user_id = %s', me), format($c$user_id = %s and state = 'cancelled'$c$, me)),
    ('exports', 'spent', 'delete', job || ' and expires_at <= app.now()', null),
    ('export_charts', 'read', 'select', job, null),
    ('export_charts', 'add', 'insert', null, format(own, $c$e.state = 'queued'$c$) || ' and ' || seen),
    ('export_charts', 'work', 'update', job, job),
    ('export_charts', 'spent', 'delete', spent, null),
    ('export_files', 'read', 'select',
      format(own, $u$e.state = 'done' and e.expires_at > app.now()$u$) || ' and '
        || seen || ' and ' || trusted || ' and ' || unchanged || ' or ' || spent, null),
    ('export_files', 'add', 'insert', null, job),
    ('export_files', 'spent', 'delete', spent, null),
    ('practitioners', 'export', 'select', job, null)
  ) as t (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;
  execute 'create policy export on exports for select to medisecure_definer using (true)';
end
$$;
--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['exports', 'export_charts', 'export_files'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, delete on %I to medisecure_app', t);
  end loop;
end
$$;
--> statement-breakpoint
grant update (state, done, ended_at) on exports to medisecure_app;
--> statement-breakpoint
grant update (is_done) on export_charts to medisecure_app;
