-- Files of records, sealed in chunks, and the portraits of accounts.
CREATE TABLE "blob_chunks" (
  "patient_id" uuid NOT NULL,
  "blob_id" uuid NOT NULL,
  "part" integer NOT NULL,
  "content" "bytea" NOT NULL,
  CONSTRAINT "blob_chunks_patient_id_blob_id_part_pk" PRIMARY KEY("patient_id","blob_id","part")
);
--> statement-breakpoint
CREATE TABLE "blobs" (
  "id" uuid PRIMARY KEY NOT NULL,
  "patient_id" uuid NOT NULL,
  "record_id" uuid NOT NULL,
  "uploaded_by" uuid NOT NULL,
  "facts" "bytea" NOT NULL,
  "stored_hash" "bytea" NOT NULL,
  "storage" text NOT NULL,
  "scan" text NOT NULL,
  "scan_after" timestamp with time zone NOT NULL,
  "checked_at" timestamp with time zone NOT NULL,
  "damaged_at" timestamp with time zone,
  "created_at" timestamp with time zone NOT NULL,
  CONSTRAINT "blobs_storage" CHECK ("blobs"."storage" in ('database', 'objects')),
  CONSTRAINT "blobs_scan" CHECK ("blobs"."scan" in ('not_scanned', 'scanning', 'clean', 'infected', 'scan_failed'))
);
--> statement-breakpoint
CREATE TABLE "profile_pictures" (
  "id" uuid PRIMARY KEY NOT NULL,
  "user_id" uuid NOT NULL,
  "content" "bytea" NOT NULL,
  "created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "blob_chunks" ADD CONSTRAINT "blob_chunks_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blob_chunks" ADD CONSTRAINT "blob_chunks_blob_id_blobs_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blobs" ADD CONSTRAINT "blobs_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blobs" ADD CONSTRAINT "blobs_record_id_medical_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."medical_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blobs" ADD CONSTRAINT "blobs_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_pictures" ADD CONSTRAINT "profile_pictures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blobs_record" ON "blobs" USING btree ("patient_id","record_id","id");--> statement-breakpoint
CREATE INDEX "blobs_to_scan" ON "blobs" USING btree ("scan_after") WHERE scan in ('scanning', 'scan_failed');--> statement-breakpoint
CREATE INDEX "blobs_to_move" ON "blobs" USING btree ("id") WHERE storage = 'database';--> statement-breakpoint
CREATE INDEX "blobs_to_check" ON "blobs" USING btree ("checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_pictures_user" ON "profile_pictures" USING btree ("user_id");--> statement-breakpoint

-- What stood here were addresses elsewhere, which nobody may be sent to; from now on it is the address of a portrait of ours.
alter table user_profiles no force row level security;
--> statement-breakpoint
update user_profiles set profile_picture_url = null where profile_picture_url is not null;
--> statement-breakpoint
alter table user_profiles force row level security;
--> statement-breakpoint

do $$
declare
  me constant text := 'app.user_id()';
  job constant text := $p$app.system_job() = 'documents'$p$;
  p record;
begin
  for p in select * from (values
    -- table, name, command, using, with check
    -- A file is as visible as its record: the policies of records hold within these.
    ('blobs', 'read', 'select', 'exists (select from medical_records r where r.id = blobs.record_id)', null),
    ('blobs', 'add', 'insert', null, format($c$uploaded_by = %s and storage = 'database' and scan in ('not_scanned', 'scanning')
      and exists (select from medical_records r where r.id = blobs.record_id and r.patient_id = blobs.patient_id
        and (r.doctor_id = app.practitioner_id() or r.source_system = 'patient' and r.patient_id = app.patient_id()))$c$, me)),
    ('blobs', 'look_after', 'select', job, null),
    ('blobs', 'mark', 'update', job, job),
    ('blob_chunks', 'read', 'select', 'exists (select from blobs b where b.id = blob_chunks.blob_id)', null),
    ('blob_chunks', 'add', 'insert', null, format('exists (select from blobs b where b.id = blob_chunks.blob_id
      and b.patient_id = blob_chunks.patient_id and b.uploaded_by = %s)', me)),
    ('blob_chunks', 'moved', 'delete', job || $c$ and exists (select from blobs b where b.id = blob_chunks.blob_id and b.storage = 'objects')$c$, null),
    -- To hand a file to whoever looks for malware, and for no longer than that takes.
    ('patient_keys', 'scan', 'select', job || $c$ and exists (select from blobs b
      where b.patient_id = patient_keys.patient_id and b.scan in ('scanning', 'scan_failed'))$c$, null),
    ('users', 'quarantine', 'select', job || $c$ and exists (select from blobs b where b.uploaded_by = users.id and b.scan = 'infected')$c$, null),

    -- Seen by its owner, by those who may open the owner's chart, and by patients of the doctor whom it shows.
    ('profile_pictures', 'read', 'select', format($c$user_id = %s
      or app.role() is distinct from 'admin' and (
        exists (select from patients p where p.user_id = profile_pictures.user_id)
        or exists (select from practitioners d join care_relationships c on c.practitioner_id = d.id
             where d.user_id = profile_pictures.user_id and c.patient_id = app.patient_id()
               and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())))$c$, me), null),
    ('profile_pictures', 'add', 'insert', null, 'user_id = ' || me),
    ('profile_pictures', 'replace', 'delete', 'user_id = ' || me, null)
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
  foreach t in array array['blobs', 'blob_chunks', 'profile_pictures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to medisecure_app', t);
  end loop;
end
$$;
--> statement-breakpoint
grant update (storage, scan, scan_after, checked_at, damaged_at) on blobs to medisecure_app;
--> statement-breakpoint
grant delete on blob_chunks, profile_pictures to medisecure_app;
