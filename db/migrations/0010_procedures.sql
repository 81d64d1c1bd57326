CREATE TABLE "procedure_candidates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"cadre_id" uuid NOT NULL,
	"full_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"present_title" text,
	"removed_at" timestamp with time zone,
	"added_by" uuid
);
--> statement-breakpoint
CREATE TABLE "procedure_papers" (
	"candidate_id" uuid NOT NULL,
	"procedure_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"key" text NOT NULL,
	"issued_on" date NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "procedure_papers_candidate_id_key_pk" PRIMARY KEY("candidate_id","key")
);
--> statement-breakpoint
CREATE TABLE "procedure_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sitting" integer NOT NULL,
	"held_on" date NOT NULL,
	"place" text,
	"chair_name" text,
	"secretary_name" text,
	"minutes_number" text,
	"summoned" integer NOT NULL,
	"present" integer NOT NULL,
	"members" integer,
	"issued" integer NOT NULL,
	"collected" integer NOT NULL,
	"valid" integer NOT NULL,
	"outcome" text NOT NULL,
	"onward" uuid[] NOT NULL,
	"head_choice" uuid,
	"explanation" text,
	"committee_opinion" text,
	"note" text,
	"again_reason" text,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_votes" (
	"step_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"procedure_id" uuid NOT NULL,
	"votes" integer NOT NULL,
	CONSTRAINT "procedure_votes_step_id_candidate_id_pk" PRIMARY KEY("step_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by" uuid,
	"policy_asked_on" date,
	"policy_asked_number" text,
	"policy_answered_on" date,
	"policy_number" text,
	"policy_approved" boolean,
	"dossier_on" date,
	"concluded_on" date,
	"concluded_by" uuid,
	"appointment_id" uuid,
	"stop_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "procedure_candidates" ADD CONSTRAINT "procedure_candidates_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_candidates" ADD CONSTRAINT "procedure_candidates_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_papers" ADD CONSTRAINT "procedure_papers_candidate_id_procedure_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."procedure_candidates"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_papers" ADD CONSTRAINT "procedure_papers_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD CONSTRAINT "procedure_steps_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_votes" ADD CONSTRAINT "procedure_votes_step_id_procedure_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."procedure_steps"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_votes" ADD CONSTRAINT "procedure_votes_candidate_id_procedure_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."procedure_candidates"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "procedure_candidates_procedure" ON "procedure_candidates" USING btree ("procedure_id");
--> statement-breakpoint
CREATE INDEX "procedure_candidates_cadre" ON "procedure_candidates" USING btree ("cadre_id");
--> statement-breakpoint
CREATE INDEX "procedure_papers_procedure" ON "procedure_papers" USING btree ("procedure_id");
--> statement-breakpoint
CREATE INDEX "procedure_steps_procedure" ON "procedure_steps" USING btree ("procedure_id","number","sitting");
--> statement-breakpoint
CREATE INDEX "procedure_votes_procedure" ON "procedure_votes" USING btree ("procedure_id");
--> statement-breakpoint
CREATE INDEX "procedures_managing" ON "procedures" USING btree ("managing_unit_id","opened_on","id");
--> statement-breakpoint
CREATE INDEX "procedures_opened" ON "procedures" USING btree ("opened_on","id");
--> statement-breakpoint
CREATE INDEX "procedures_post" ON "procedures" USING btree ("post_id");
--> statement-breakpoint
ALTER TABLE procedure_candidates ALTER COLUMN sort_key TYPE text COLLATE "C";
-- What hangs on a title's draft follows whoever manages the title.
ALTER TABLE procedures ADD CONSTRAINT procedures_managed UNIQUE (id, managing_unit_id),
  ADD CONSTRAINT procedures_follow FOREIGN KEY (post_id, managing_unit_id) REFERENCES posts (id, managing_unit_id) ON UPDATE CASCADE,
  ADD CONSTRAINT procedures_end CHECK (num_nonnulls(appointment_id, stop_reason) = (concluded_on IS NOT NULL)::int);
DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['procedure_candidates', 'procedure_steps', 'procedure_votes', 'procedure_papers'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (procedure_id, managing_unit_id) REFERENCES procedures (id, managing_unit_id) ON UPDATE CASCADE',
      tab, tab || '_follow');
  END LOOP;
  FOREACH tab IN ARRAY ARRAY['procedures', 'procedure_candidates', 'procedure_steps', 'procedure_votes', 'procedure_papers'] LOOP
    PERFORM guard_table(tab, 'managing_unit_id', '{procedure.read}', CASE tab WHEN 'procedures' THEN '{procedure.write,appointment.decide}'::text[] ELSE '{procedure.write}' END);
  END LOOP;
END $$;
CREATE UNIQUE INDEX procedure_candidates_once ON procedure_candidates (procedure_id, cadre_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX procedure_steps_once ON procedure_steps (procedure_id, number, sitting);
CREATE INDEX procedures_open ON procedures (opened_on, id) WHERE concluded_on IS NULL;
ALTER TABLE procedure_steps ADD CONSTRAINT procedure_steps_slips CHECK (
  summoned >= 0 AND present BETWEEN 0 AND summoned AND issued BETWEEN 0 AND present AND collected BETWEEN 0 AND issued AND valid BETWEEN 0 AND collected);
ALTER TABLE procedure_votes ADD CONSTRAINT procedure_votes_count CHECK (votes >= 0);
-- A sitting as it was written stays; only who manages the title may move under it.
CREATE FUNCTION keep_sitting() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'managing_unit_id' = to_jsonb(OLD) - 'managing_unit_id' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a sitting is never changed: hold the step again' USING ERRCODE = 'P0001';
END $$;
CREATE TRIGGER procedure_steps_keep BEFORE UPDATE OR DELETE ON procedure_steps FOR EACH ROW EXECUTE FUNCTION keep_sitting();
CREATE TRIGGER procedure_votes_keep BEFORE UPDATE OR DELETE ON procedure_votes FOR EACH ROW EXECUTE FUNCTION keep_sitting();
