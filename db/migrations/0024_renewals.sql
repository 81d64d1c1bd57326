ALTER TABLE "appointment_events" ADD COLUMN "warnings" jsonb DEFAULT '[]'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "appointment_events" ADD COLUMN "exception_reason" text;
--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD COLUMN "warnings" jsonb DEFAULT '[]'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "holding_id" uuid;
--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "term_ends_on" date;
--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_holding_id_appointments_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "procedures_holding" ON "procedures" USING btree ("holding_id");
--> statement-breakpoint
-- Keeping somebody in a title is about one holding and the end of its term, and one holding has one such procedure at a time.
ALTER TABLE procedures ADD CONSTRAINT procedures_renews CHECK (
  (source = 'incumbent') = (holding_id IS NOT NULL) AND (holding_id IS NULL) = (term_ends_on IS NULL));
CREATE UNIQUE INDEX procedures_renewing ON procedures (holding_id) WHERE concluded_on IS NULL;
