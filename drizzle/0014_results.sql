-- When a patient sees which results, as they have chosen; and who has looked at a result, with what to say of it.
CREATE TABLE "release_preferences" (
	"patient_id" uuid NOT NULL,
	"category" text NOT NULL,
	"choice" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_preferences_patient_id_category_pk" PRIMARY KEY("patient_id","category"),
	CONSTRAINT "release_preferences_category" CHECK ("release_preferences"."category" in ('blood_and_chemistry', 'infection', 'genetics', 'pathology', 'imaging', 'other')),
	CONSTRAINT "release_preferences_choice" CHECK ("release_preferences"."choice" in ('at_once', 'with_comment', 'ask_first'))
);
--> statement-breakpoint
CREATE TABLE "result_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"comment" "bytea",
	"critical_acknowledged" boolean NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "release_preferences" ADD CONSTRAINT "release_preferences_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reviews" ADD CONSTRAINT "result_reviews_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reviews" ADD CONSTRAINT "result_reviews_record_id_medical_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."medical_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reviews" ADD CONSTRAINT "result_reviews_practitioner_id_practitioners_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_reviews_record" ON "result_reviews" USING btree ("patient_id","record_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "medical_records_withheld" ON "medical_records" USING btree ("patient_id") WHERE release <> 'released';
--> statement-breakpoint

-- A patient's wish holds from now on and for what is waiting; what they have seen stays seen. Row security would hide
-- the waiting rows from their own update. What is to wait for a comment stands in the queue of those who can give one.
create function app.apply_release_wish(p_category text, p_choice text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_changed integer;
begin
  update medical_records r
     set release = case when p_choice = 'at_once' or p_choice = 'with_comment' and r.review = 'done' then 'released'
                        when p_choice = 'with_comment' then 'awaiting_comment' else 'ask_first' end,
         review = case when p_choice = 'with_comment' and r.review = 'none' then 'pending' else r.review end
   where r.patient_id = app.patient_id() and r.result_category = p_category
     and r.release not in ('released', p_choice) and r.stage <> 'draft'
     and not (p_choice = 'with_comment' and r.release = 'awaiting_comment');
  get diagnostics v_changed = row_count;
  return v_changed;
end
$$;
--> statement-breakpoint
-- Whom to tell of a chart's news: where its owner reads their mail, sealed as it is stored. For those who may write there.
create function app.owner_of_chart(p_patient_id uuid)
returns table (id uuid, email bytea, locale text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select u.id, u.email, u.locale from patients p join users u on u.id = p.user_id
     where p.id = p_patient_id and u.is_verified and u.disabled_at is null and u.deleted_at is null
       and (app.system_job() = 'import' or app.role() = 'doctor' and exists (
              select 1 from care_relationships c
               where c.patient_id = p.id and c.practitioner_id = app.practitioner_id() and c.kind in ('treating', 'consulting')
                 and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())));
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.apply_release_wish(text, text) owner to medisecure_definer;
--> statement-breakpoint
alter function app.owner_of_chart(uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.apply_release_wish(text, text), app.owner_of_chart(uuid) from public;
--> statement-breakpoint
grant execute on function app.apply_release_wish(text, text), app.owner_of_chart(uuid) to medisecure_app;
--> statement-breakpoint
grant select (review), update (review) on medical_records to medisecure_definer;
--> statement-breakpoint
grant select (email, locale, is_verified) on users to medisecure_definer;
--> statement-breakpoint
grant select (practitioner_id) on care_relationships to medisecure_definer;
--> statement-breakpoint

alter table release_preferences enable row level security;
--> statement-breakpoint
alter table release_preferences force row level security;
--> statement-breakpoint
alter table result_reviews enable row level security;
--> statement-breakpoint
alter table result_reviews force row level security;
--> statement-breakpoint
do $$
declare
  clinical constant text := $p$app.role() is distinct from 'admin'$p$;
  treats constant text := $p$app.role() = 'doctor' and exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s.patient_id and c.kind in ('treating', 'consulting')
       and c.practitioner_id = app.practitioner_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))$p$;
  -- Whoever sees the result sees what was said of it, and nobody else.
  seen constant text := $p$exists (
    select 1 from medical_records r where r.id = result_reviews.record_id and r.patient_id = result_reviews.patient_id)$p$;
begin
  -- The wish is the patient's alone; who writes a result has to know it.
  execute format('create policy own on release_preferences for all to medisecure_app using (%1$s and %2$s) with check (%1$s and %2$s)',
    clinical, 'patient_id = app.patient_id()');
  execute format('create policy honour on release_preferences for select to medisecure_app using (%s or %s)',
    format(treats, 'release_preferences'), $p$app.system_job() = 'import'$p$);
  execute format('create policy read on result_reviews for select to medisecure_app using (%s)', seen);
  execute format('create policy write on result_reviews for insert to medisecure_app
    with check (practitioner_id = app.practitioner_id() and %s and %s)', format(treats, 'result_reviews'), seen);
end
$$;
--> statement-breakpoint
grant select, insert on release_preferences, result_reviews to medisecure_app;
--> statement-breakpoint
grant update (choice, updated_at) on release_preferences to medisecure_app;
--> statement-breakpoint
-- A result that is signed, or whose code is corrected, gets the category by which it is released.
grant update (result_category) on medical_records to medisecure_app;
