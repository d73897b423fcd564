CREATE TABLE "account_reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"user_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"role" text,
	"clinic_id" uuid,
	"display_name" "bytea",
	"speciality" text,
	"identity_check" text,
	"reason" "bytea" NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"not_before" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approvals_kind" CHECK ("approvals"."kind" in ('recovery', 'grant_role')),
	CONSTRAINT "approvals_role" CHECK (("approvals"."kind" = 'grant_role') = ("approvals"."role" in ('patient', 'doctor', 'admin'))),
	CONSTRAINT "approvals_status" CHECK ("approvals"."status" in ('requested', 'approved', 'refused', 'expired', 'done')),
	CONSTRAINT "approvals_two_people" CHECK ("approvals"."decided_by" is null or "approvals"."decided_by" <> "approvals"."requested_by"),
	CONSTRAINT "approvals_not_own" CHECK ("approvals"."user_id" <> "approvals"."requested_by" and ("approvals"."decided_by" is null or "approvals"."user_id" <> "approvals"."decided_by")),
	CONSTRAINT "approvals_identity" CHECK (("approvals"."kind" = 'recovery') = coalesce("approvals"."identity_check" in ('in_person', 'video_call', 'known_number'), false)),
	CONSTRAINT "approvals_decided" CHECK (("approvals"."status" in ('approved', 'done')) <= ("approvals"."decided_by" is not null)
          and ("approvals"."status" in ('approved', 'refused', 'done')) <= ("approvals"."decided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"form_hash" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"replaced_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sms_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"factor_id" uuid NOT NULL,
	"ticket_id" uuid,
	"session_id" uuid,
	"code_hash" "bytea" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sms_codes_bound" CHECK (num_nonnulls("sms_codes"."ticket_id", "sms_codes"."session_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "webauthn_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"challenge_hash" "bytea" NOT NULL,
	"user_id" uuid,
	"session_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "webauthn_challenges_purpose" CHECK ("webauthn_challenges"."purpose" in ('registration', 'sign_in', 'second_factor', 'step_up'))
);
--> statement-breakpoint
ALTER TABLE "factors" DROP CONSTRAINT "factors_kind";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "single_use_tickets" DROP CONSTRAINT "single_use_tickets_purpose";--> statement-breakpoint
ALTER TABLE "factors" ALTER COLUMN "secret" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "name" "bytea";--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "credential_id" "bytea";--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "public_key" "bytea";--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "sign_count" bigint;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "transports" text[];--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "aaguid" uuid;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "verifies_user" boolean;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "backup_eligible" boolean;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "backed_up" boolean;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "flagged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "factors" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "practitioners" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD COLUMN "predecessor_id" uuid;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD COLUMN "successor" "bytea";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_kind" text;--> statement-breakpoint
ALTER TABLE "single_use_tickets" ADD COLUMN "payload" "bytea";--> statement-breakpoint
ALTER TABLE "user_devices" ADD COLUMN "trusted_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "user_devices" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "profile_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "password_state" text DEFAULT 'checked' NOT NULL;--> statement-breakpoint
ALTER TABLE "account_reasons" ADD CONSTRAINT "account_reasons_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_reasons" ADD CONSTRAINT "account_reasons_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_codes" ADD CONSTRAINT "sms_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_codes" ADD CONSTRAINT "sms_codes_factor_id_factors_id_fk" FOREIGN KEY ("factor_id") REFERENCES "public"."factors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_codes" ADD CONSTRAINT "sms_codes_ticket_id_single_use_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."single_use_tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_codes" ADD CONSTRAINT "sms_codes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webauthn_challenges" ADD CONSTRAINT "webauthn_challenges_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webauthn_challenges" ADD CONSTRAINT "webauthn_challenges_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_open" ON "approvals" USING btree ("user_id","kind") WHERE status in ('requested', 'approved');--> statement-breakpoint
CREATE INDEX "approvals_created" ON "approvals" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_form" ON "drafts" USING btree ("user_id","form_hash");--> statement-breakpoint
CREATE INDEX "drafts_expires" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_hash" ON "recovery_codes" USING btree ("user_id","code_hash");--> statement-breakpoint
CREATE INDEX "recovery_codes_user" ON "recovery_codes" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sms_codes_user" ON "sms_codes" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sms_codes_expires" ON "sms_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "webauthn_challenges_hash" ON "webauthn_challenges" USING btree ("challenge_hash");--> statement-breakpoint
CREATE INDEX "webauthn_challenges_expires" ON "webauthn_challenges" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_predecessor_id_refresh_tokens_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."refresh_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "factors_credential" ON "factors" USING btree ("credential_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_predecessor" ON "refresh_tokens" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_successor" ON "refresh_tokens" USING btree ("used_at") WHERE "refresh_tokens"."successor" is not null;--> statement-breakpoint
CREATE INDEX "single_use_tickets_user" ON "single_use_tickets" USING btree ("user_id","purpose");--> statement-breakpoint
ALTER TABLE "factors" ADD CONSTRAINT "factors_material" CHECK (case when "factors"."kind" = 'webauthn' then "factors"."credential_id" is not null and "factors"."public_key" is not null
                 and "factors"."sign_count" is not null and "factors"."verifies_user" is not null
               else "factors"."secret" is not null and "factors"."credential_id" is null end);--> statement-breakpoint
ALTER TABLE "factors" ADD CONSTRAINT "factors_kind" CHECK ("factors"."kind" in ('totp', 'sms', 'webauthn'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('mail', 'sms'));--> statement-breakpoint
ALTER TABLE "single_use_tickets" ADD CONSTRAINT "single_use_tickets_purpose" CHECK ("single_use_tickets"."purpose" in ('second_factor', 'portal_session', 'invitation', 'password_reset', 'email_change',
                             'undo_deletion', 'recovery', 'recovery_objection'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_password_state" CHECK ("users"."password_state" in ('checked', 'unchecked', 'breached'));