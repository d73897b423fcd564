-- The calendar: what may be booked, when, where and with whom; visits with the states of a real day; times that are held.
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absences_kind" CHECK ("absences"."kind" in ('leave', 'block')),
	CONSTRAINT "absences_order" CHECK ("absences"."ends_at" > "absences"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "appointment_transitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"changed_by" uuid,
	"changed_as" text NOT NULL,
	"reason" "bytea",
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "availability_overrides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"clinic_id" uuid NOT NULL,
	"day" date NOT NULL,
	"starts" time,
	"ends" time,
	"slot_minutes" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "availability_overrides_hours" CHECK (num_nulls("availability_overrides"."starts", "availability_overrides"."ends", "availability_overrides"."slot_minutes") in (0, 3) and ("availability_overrides"."starts" is null or "availability_overrides"."ends" > "availability_overrides"."starts")),
	CONSTRAINT "availability_overrides_slot" CHECK ("availability_overrides"."slot_minutes" between 5 and 240)
);
--> statement-breakpoint
CREATE TABLE "clinic_closures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clinic_closures_kind" CHECK ("clinic_closures"."kind" in ('holiday', 'closure')),
	CONSTRAINT "clinic_closures_order" CHECK ("clinic_closures"."last_day" >= "clinic_closures"."first_day")
);
--> statement-breakpoint
CREATE TABLE "clinic_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"opens" time NOT NULL,
	"closes" time NOT NULL,
	CONSTRAINT "clinic_hours_weekday" CHECK ("clinic_hours"."weekday" between 1 and 7),
	CONSTRAINT "clinic_hours_order" CHECK ("clinic_hours"."closes" > "clinic_hours"."opens")
);
--> statement-breakpoint
CREATE TABLE "practitioner_calendars" (
	"practitioner_id" uuid PRIMARY KEY NOT NULL,
	"buffer_minutes" integer NOT NULL,
	"lead_minutes" integer NOT NULL,
	"horizon_days" integer NOT NULL,
	"daily_cap" integer,
	"version" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practitioner_calendars_buffer" CHECK ("practitioner_calendars"."buffer_minutes" between 0 and 120),
	CONSTRAINT "practitioner_calendars_lead" CHECK ("practitioner_calendars"."lead_minutes" between 0 and 43200),
	CONSTRAINT "practitioner_calendars_horizon" CHECK ("practitioner_calendars"."horizon_days" between 1 and 366),
	CONSTRAINT "practitioner_calendars_cap" CHECK ("practitioner_calendars"."daily_cap" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "practitioner_services" (
	"practitioner_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"minutes" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practitioner_services_practitioner_id_service_id_pk" PRIMARY KEY("practitioner_id","service_id"),
	CONSTRAINT "practitioner_services_minutes" CHECK ("practitioner_services"."minutes" between 5 and 240)
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"name" text NOT NULL,
	"minutes" integer NOT NULL,
	"colour" text NOT NULL,
	"in_person" boolean NOT NULL,
	"video" boolean NOT NULL,
	"patients_book" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "services_minutes" CHECK ("services"."minutes" between 5 and 240),
	CONSTRAINT "services_colour" CHECK ("services"."colour" in ('green', 'blue', 'violet', 'amber', 'rose', 'slate')),
	CONSTRAINT "services_mode" CHECK ("services"."in_person" or "services"."video")
);
--> statement-breakpoint
ALTER TABLE "appointments" DROP CONSTRAINT "appointments_status";--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "previous_status" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "status_since" timestamp with time zone;--> statement-breakpoint
-- Row security binds the owner as well, so the old rows are reached with it let go for this transaction.
ALTER TABLE "appointments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "appointments" SET "status_since" = "updated_at";--> statement-breakpoint
ALTER TABLE "appointments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appointments" ALTER COLUMN "status_since" SET DEFAULT app.now();--> statement-breakpoint
ALTER TABLE "appointments" ALTER COLUMN "status_since" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "mode" text DEFAULT 'in_person' NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "service_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "room_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "overbooked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD COLUMN "break_starts" time;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD COLUMN "break_ends" time;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD COLUMN "in_person" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD COLUMN "video" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD COLUMN "room_id" uuid;--> statement-breakpoint
ALTER TABLE "clinics" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "clinics" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "clinics" ADD COLUMN "video_url" text;--> statement-breakpoint
ALTER TABLE "clinics" ADD COLUMN "change_notice_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "clinics" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_practitioner_id_practitioners_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_transitions" ADD CONSTRAINT "appointment_transitions_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_transitions" ADD CONSTRAINT "appointment_transitions_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_transitions" ADD CONSTRAINT "appointment_transitions_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_overrides" ADD CONSTRAINT "availability_overrides_practitioner_id_practitioners_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_overrides" ADD CONSTRAINT "availability_overrides_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_closures" ADD CONSTRAINT "clinic_closures_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_hours" ADD CONSTRAINT "clinic_hours_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_calendars" ADD CONSTRAINT "practitioner_calendars_practitioner_id_practitioners_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_services" ADD CONSTRAINT "practitioner_services_practitioner_id_practitioners_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_services" ADD CONSTRAINT "practitioner_services_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_practitioner" ON "absences" USING btree ("practitioner_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointment_transitions_appointment" ON "appointment_transitions" USING btree ("patient_id","appointment_id","changed_at");--> statement-breakpoint
CREATE INDEX "availability_overrides_practitioner" ON "availability_overrides" USING btree ("practitioner_id","day");--> statement-breakpoint
CREATE INDEX "clinic_closures_clinic" ON "clinic_closures" USING btree ("clinic_id","first_day");--> statement-breakpoint
CREATE INDEX "clinic_hours_clinic" ON "clinic_hours" USING btree ("clinic_id","weekday");--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_holds" ON "appointments" USING btree ("held_until") WHERE held_until is not null;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_held" CHECK (("appointments"."status" = 'held') = ("appointments"."held_until" is not null));--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_mode" CHECK ("appointments"."mode" in ('in_person', 'video'));--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_status" CHECK ("appointments"."status" in ('held', 'scheduled', 'arrived', 'in_progress', 'completed', 'cancelled', 'no_show'));--> statement-breakpoint
ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_break" CHECK (("availability_rules"."break_starts" is null) = ("availability_rules"."break_ends" is null)
          and ("availability_rules"."break_starts" is null or "availability_rules"."break_starts" >= "availability_rules"."starts" and "availability_rules"."break_ends" > "availability_rules"."break_starts" and "availability_rules"."break_ends" <= "availability_rules"."ends"));--> statement-breakpoint
ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_mode" CHECK ("availability_rules"."in_person" or "availability_rules"."video");--> statement-breakpoint
ALTER TABLE "clinics" ADD CONSTRAINT "clinics_change_notice" CHECK ("clinics"."change_notice_minutes" between 0 and 43200);