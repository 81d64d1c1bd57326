CREATE TABLE "rotation_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"signer" text,
	"note" text,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "rotation_plan_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"need" text NOT NULL,
	"form" text NOT NULL,
	"starts_month" text NOT NULL,
	"months" integer NOT NULL,
	"expected" text NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "rotation_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"purpose" text NOT NULL,
	"policies" text,
	"drafted_by" uuid,
	"drafted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"signer" text,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "rotation_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"level" text NOT NULL,
	"note" text,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "rotation_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"from_month" text NOT NULL,
	"to_month" text NOT NULL,
	"total" integer NOT NULL,
	"vertical" integer,
	"lines" jsonb NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "rotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"line_id" uuid,
	"basis" text NOT NULL,
	"planned_for" text,
	"from_post_id" uuid,
	"from_unit_id" uuid,
	"from_title" text NOT NULL,
	"from_unit_name" text NOT NULL,
	"from_level" text NOT NULL,
	"to_post_id" uuid,
	"to_unit_id" uuid,
	"to_title" text NOT NULL,
	"to_unit_name" text NOT NULL,
	"to_level" text NOT NULL,
	"expected" text NOT NULL,
	"proposed_start" date,
	"until" date,
	"reason" text,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"started_on" date,
	"prepare_on" date,
	"due_on" date,
	"appointment_id" uuid,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"signer" text,
	"ended_on" date,
	"placement" text,
	"placement_title" text,
	"result_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
ALTER TABLE "rotation_events" ADD CONSTRAINT "rotation_events_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plan_lines" ADD CONSTRAINT "rotation_plan_lines_plan_id_rotation_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."rotation_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plan_lines" ADD CONSTRAINT "rotation_plan_lines_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plans" ADD CONSTRAINT "rotation_plans_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_ratings" ADD CONSTRAINT "rotation_ratings_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_reports" ADD CONSTRAINT "rotation_reports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_line_id_rotation_plan_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."rotation_plan_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_from_post_id_posts_id_fk" FOREIGN KEY ("from_post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_from_unit_id_units_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_to_post_id_posts_id_fk" FOREIGN KEY ("to_post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rotation_events_rotation" ON "rotation_events" USING btree ("rotation_id","entered_at");--> statement-breakpoint
CREATE INDEX "rotation_plan_lines_plan" ON "rotation_plan_lines" USING btree ("plan_id","starts_month");--> statement-breakpoint
CREATE INDEX "rotation_plans_unit" ON "rotation_plans" USING btree ("unit_id","year","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rotation_ratings_year" ON "rotation_ratings" USING btree ("rotation_id","year");--> statement-breakpoint
CREATE INDEX "rotation_reports_unit" ON "rotation_reports" USING btree ("unit_id","from_month");--> statement-breakpoint
CREATE INDEX "rotations_started" ON "rotations" USING btree ("started_on","id");--> statement-breakpoint
CREATE INDEX "rotations_managing" ON "rotations" USING btree ("managing_unit_id","started_on","id");--> statement-breakpoint
CREATE INDEX "rotations_cadre" ON "rotations" USING btree ("cadre_id","started_on");--> statement-breakpoint
CREATE INDEX "rotations_line" ON "rotations" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "rotations_proposed" ON "rotations" USING btree ("proposed_at");--> statement-breakpoint
CREATE INDEX "rotations_due" ON "rotations" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "rotations_to_unit" ON "rotations" USING btree ("to_unit_id");--> statement-breakpoint
CREATE INDEX "rotations_from_unit" ON "rotations" USING btree ("from_unit_id");
--> statement-breakpoint
ALTER TABLE rotations
  ADD CONSTRAINT rotations_days CHECK (ended_on IS NULL OR (started_on IS NOT NULL AND ended_on >= started_on)),
  ADD CONSTRAINT rotations_begun CHECK (started_on IS NULL OR (due_on IS NOT NULL AND prepare_on IS NOT NULL AND withdrawn_at IS NULL)),
  ADD CONSTRAINT rotations_placed CHECK ((ended_on IS NULL) = (placement IS NULL));
-- Nobody is rotated to two places on one day.
ALTER TABLE rotations ADD CONSTRAINT rotations_one_place
  EXCLUDE USING gist (cadre_id WITH =, daterange(started_on, ended_on) WITH &&) WHERE (started_on IS NOT NULL);
CREATE INDEX rotations_counted ON rotations (from_level, to_level, started_on) INCLUDE (cadre_id, managing_unit_id) WHERE started_on IS NOT NULL;
CREATE INDEX rotations_open ON rotations (due_on, id) WHERE started_on IS NOT NULL AND ended_on IS NULL;
CREATE INDEX rotations_pending ON rotations (proposed_at, id) WHERE started_on IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX rotations_proposed_once ON rotations (line_id, cadre_id) WHERE withdrawn_at IS NULL;
ALTER TABLE rotation_plan_lines ADD CONSTRAINT rotation_plan_lines_months CHECK (months BETWEEN 1 AND 120);
ALTER TABLE rotation_reports ADD CONSTRAINT rotation_reports_turns CHECK (total >= 0 AND (vertical IS NULL OR vertical >= 0));
CREATE TRIGGER rotation_events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON rotation_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DO $$
DECLARE tab text;
BEGIN
  PERFORM follow_cadre('rotations');
  PERFORM guard_table('rotations', 'managing_unit_id', '{rotation.read}', '{rotation.write,rotation.approve}');
  FOREACH tab IN ARRAY ARRAY['rotation_plans', 'rotation_plan_lines', 'rotation_reports'] LOOP
    PERFORM guard_table(tab, 'unit_id', '{rotation.read}', '{rotation.write,rotation.approve}');
  END LOOP;
  FOREACH tab IN ARRAY ARRAY['rotation_events', 'rotation_ratings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab, tab);
    EXECUTE format('CREATE POLICY owner ON %I TO %I USING (true) WITH CHECK (true)', tab, current_user);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT FROM rotations r WHERE r.id = rotation_id))', tab || '_read', tab);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT viewer_has(''rotation.write'') OR viewer_has(''rotation.approve''))
      AND EXISTS (SELECT FROM rotations r WHERE r.id = rotation_id))', tab || '_add', tab);
  END LOOP;
END $$;
CREATE POLICY rotation_ratings_change ON rotation_ratings FOR UPDATE USING ((SELECT viewer_has('rotation.write'))
  AND EXISTS (SELECT FROM rotations r WHERE r.id = rotation_id));
