-- What the chart's rules look at beside the sealed text: how far a record has come, who may see it, and who has yet to.
ALTER TABLE "medical_records" DROP CONSTRAINT "medical_records_type";--> statement-breakpoint
ALTER TABLE "medical_records" ADD COLUMN "stage" text DEFAULT 'final' NOT NULL;--> statement-breakpoint
ALTER TABLE "medical_records" ADD COLUMN "sensitivity" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "medical_records" ADD COLUMN "release" text DEFAULT 'released' NOT NULL;--> statement-breakpoint
ALTER TABLE "medical_records" ADD COLUMN "result_category" text;--> statement-breakpoint
ALTER TABLE "medical_records" ADD COLUMN "review" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "medical_record_versions" ADD COLUMN "stage" text DEFAULT 'final' NOT NULL;--> statement-breakpoint
ALTER TABLE "medical_records" ADD CONSTRAINT "medical_records_type" CHECK ("medical_records"."record_type" in ('diagnosis', 'prescription', 'lab_result', 'lab_report', 'allergy', 'immunization', 'vital_sign', 'procedure', 'encounter', 'note', 'document', 'other'));--> statement-breakpoint
ALTER TABLE "medical_records" ADD CONSTRAINT "medical_records_stage" CHECK ("medical_records"."stage" in ('draft', 'final', 'amended', 'entered_in_error'));--> statement-breakpoint
ALTER TABLE "medical_records" ADD CONSTRAINT "medical_records_sensitivity" CHECK ("medical_records"."sensitivity" in ('normal', 'restricted'));--> statement-breakpoint
ALTER TABLE "medical_records" ADD CONSTRAINT "medical_records_release" CHECK ("medical_records"."release" in ('released', 'awaiting_comment', 'ask_first'));--> statement-breakpoint
ALTER TABLE "medical_records" ADD CONSTRAINT "medical_records_review" CHECK ("medical_records"."review" in ('none', 'pending', 'critical', 'done'));--> statement-breakpoint
ALTER TABLE "medical_record_versions" ADD CONSTRAINT "medical_record_versions_stage" CHECK ("medical_record_versions"."stage" in ('draft', 'final', 'amended', 'entered_in_error'));--> statement-breakpoint
CREATE INDEX "medical_records_review" ON "medical_records" USING btree ("patient_id","review") WHERE review in ('pending', 'critical');--> statement-breakpoint

-- What was written before these columns were: its stage follows from its versions. The tables' owner is bound by their
-- policies too, so they are lifted for the length of this transaction.
ALTER TABLE "medical_records" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "medical_record_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE medical_records SET stage = case when status = 'entered-in-error' then 'entered_in_error' else 'amended' end
 WHERE status = 'entered-in-error' or version > 1;--> statement-breakpoint
UPDATE medical_record_versions SET stage = case when status = 'entered-in-error' then 'entered_in_error' else 'amended' end
 WHERE status = 'entered-in-error' or version > 1;--> statement-breakpoint
ALTER TABLE "medical_record_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "medical_records" FORCE ROW LEVEL SECURITY;--> statement-breakpoint

ALTER TABLE "medical_records" ALTER COLUMN "stage" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "medical_records" ALTER COLUMN "review" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "medical_records" ALTER COLUMN "release" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "medical_records" ALTER COLUMN "sensitivity" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "medical_record_versions" ALTER COLUMN "stage" DROP DEFAULT;
