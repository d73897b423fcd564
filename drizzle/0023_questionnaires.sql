-- What a clinic asks before a visit, and what its patient answers.
CREATE TABLE "service_questionnaires" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"questions" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"answers" "bytea" NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_as" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "visit_answers_answered_as" CHECK ("visit_answers"."answered_as" in ('self', 'carer'))
);
--> statement-breakpoint
ALTER TABLE "service_questionnaires" ADD CONSTRAINT "service_questionnaires_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_questionnaires" ADD CONSTRAINT "service_questionnaires_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_answers" ADD CONSTRAINT "visit_answers_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_answers" ADD CONSTRAINT "visit_answers_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_answers" ADD CONSTRAINT "visit_answers_questionnaire_id_service_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."service_questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_answers" ADD CONSTRAINT "visit_answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "service_questionnaires_version" ON "service_questionnaires" USING btree ("service_id","version");--> statement-breakpoint
CREATE INDEX "visit_answers_appointment" ON "visit_answers" USING btree ("appointment_id","answered_at");
--> statement-breakpoint
alter table service_questionnaires enable row level security;
--> statement-breakpoint
alter table service_questionnaires force row level security;
--> statement-breakpoint
create policy read on service_questionnaires for select to medisecure_app using (app.actor_kind() = 'user');
--> statement-breakpoint
create policy ask on service_questionnaires for insert to medisecure_app
  with check (app.role() = 'admin' and created_by = app.user_id());
--> statement-breakpoint
grant select, insert on service_questionnaires to medisecure_app;
--> statement-breakpoint
alter table visit_answers enable row level security;
--> statement-breakpoint
alter table visit_answers force row level security;
--> statement-breakpoint
-- Whoever sees the visit and may open what its patient has written.
create policy read on visit_answers for select to medisecure_app using (
  exists (select from appointments a where a.id = appointment_id and a.patient_id = visit_answers.patient_id)
  and exists (select from patient_keys k where k.patient_id = visit_answers.patient_id));
--> statement-breakpoint
-- The patient's side, until the visit has begun, to what that visit asks.
create policy answer on visit_answers for insert to medisecure_app with check (
  answered_by = app.user_id()
  and case answered_as when 'self' then patient_id = app.patient_id() else app.books_for(patient_id) end
  and exists (
    select from appointments a join service_questionnaires q on q.service_id = a.service_id
     where a.id = appointment_id and a.patient_id = visit_answers.patient_id and q.id = questionnaire_id
       and a.status in ('scheduled', 'arrived') and a.ends_at > app.now()));
--> statement-breakpoint
grant select, insert on visit_answers to medisecure_app;
--> statement-breakpoint
-- What whoever comes may say of a visit: that they are there, around its time, where they come in person; and that they
-- have said so too early. What else becomes of it is the staff's to say. The operation asks the same (lib/domain/visit-rules).
create function app.check_patient_step() returns trigger language plpgsql as $$
declare
  v_allowed boolean;
begin
  if app.actor_kind() is distinct from 'user' or app.treats(new.patient_id)
     or not (new.patient_id is not distinct from app.patient_id() or app.books_for(new.patient_id)) then
    return new;
  end if;
  v_allowed := case
    when new.status = 'arrived' then
      old.status = 'scheduled' and old.mode = 'in_person'
      and app.now() between old.scheduled_at - interval '60 minutes' and old.scheduled_at + interval '30 minutes'
    when new.status = 'scheduled' then
      old.status = 'held' or old.status = 'arrived' and exists (
        select from appointment_transitions t
         where t.patient_id = old.patient_id and t.appointment_id = old.id and t.to_status = 'arrived'
           and t.changed_at = old.status_since and t.changed_by = app.user_id())
    else new.status = 'cancelled'
  end;
  if not v_allowed then
    raise exception 'the patient does not say that a visit is %', new.status
      using errcode = 'check_violation', constraint = 'appointments_transition';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger check_patient_step before update of status on appointments for each row when (old.status <> new.status)
  execute function app.check_patient_step();
--> statement-breakpoint
revoke execute on function app.check_patient_step() from public;
