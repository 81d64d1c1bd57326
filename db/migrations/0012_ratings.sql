CREATE TABLE "rating_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"year" integer NOT NULL,
	"quarter" integer NOT NULL,
	"name" text NOT NULL,
	"prominent" boolean DEFAULT false NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"over_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"cadre_id" uuid,
	"rated_unit_id" uuid,
	"managing_unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"quarter" integer NOT NULL,
	"title" text,
	"leads_unit_id" uuid,
	"points" numeric,
	"assigned" integer,
	"done" integer,
	"on_time" integer,
	"above" integer,
	"disciplined" integer,
	"violation" text,
	"self_level" text,
	"self_on" date,
	"proposed_level" text,
	"proposed_reason" text,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone,
	"level" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rating_id" uuid NOT NULL,
	"level" text NOT NULL,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"reason" text,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_classes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"theory" text,
	"defence" integer,
	"school" text,
	"place" text,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"planned" integer NOT NULL,
	"others" integer DEFAULT 0 NOT NULL,
	"decision_number" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"result" text DEFAULT 'enrolled' NOT NULL,
	"certificate" text,
	"entered_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staffing_quotas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"assigned" integer,
	"in_post" integer,
	"as_of" date,
	"source" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staffing_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"persons" integer NOT NULL,
	"effective_on" date NOT NULL,
	"decision_number" text,
	"decision_date" date,
	"note" text,
	"reverses_id" uuid,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rating_decisions" ADD CONSTRAINT "rating_decisions_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rating_groups" ADD CONSTRAINT "rating_groups_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_group_id_rating_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."rating_groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_rated_unit_id_units_id_fk" FOREIGN KEY ("rated_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_leads_unit_id_units_id_fk" FOREIGN KEY ("leads_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "staffing_changes" ADD CONSTRAINT "staffing_changes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "staffing_quotas" ADD CONSTRAINT "staffing_quotas_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "training_classes" ADD CONSTRAINT "training_classes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "training_turns" ADD CONSTRAINT "training_turns_class_id_training_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_classes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "training_turns" ADD CONSTRAINT "training_turns_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "rating_decisions_rating" ON "rating_decisions" USING btree ("rating_id","entered_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "rating_groups_term" ON "rating_groups" USING btree ("unit_id","year","quarter","subject","name");
--> statement-breakpoint
CREATE INDEX "ratings_group" ON "ratings" USING btree ("group_id");
--> statement-breakpoint
CREATE INDEX "ratings_managing" ON "ratings" USING btree ("managing_unit_id","year");
--> statement-breakpoint
CREATE INDEX "ratings_leads" ON "ratings" USING btree ("leads_unit_id");
--> statement-breakpoint
CREATE INDEX "staffing_changes_year" ON "staffing_changes" USING btree ("kind","effective_on");
--> statement-breakpoint
CREATE INDEX "staffing_changes_unit" ON "staffing_changes" USING btree ("unit_id","effective_on");
--> statement-breakpoint
CREATE INDEX "staffing_changes_reverses" ON "staffing_changes" USING btree ("reverses_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "staffing_quotas_once" ON "staffing_quotas" USING btree ("unit_id","kind","year");
--> statement-breakpoint
CREATE INDEX "training_classes_unit" ON "training_classes" USING btree ("unit_id","from_on");
--> statement-breakpoint
CREATE INDEX "training_classes_from" ON "training_classes" USING btree ("from_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "training_turns_once" ON "training_turns" USING btree ("class_id","member_id");
--> statement-breakpoint
CREATE INDEX "training_turns_member" ON "training_turns" USING btree ("member_id");
--> statement-breakpoint
CREATE INDEX "training_turns_committee" ON "training_turns" USING btree ("committee_id");
--> statement-breakpoint
ALTER TABLE rating_groups
  ADD CONSTRAINT rating_groups_subject CHECK (subject IN ('person', 'collective')),
  ADD CONSTRAINT rating_groups_quarter CHECK (quarter BETWEEN 0 AND 4);
ALTER TABLE ratings
  ADD CONSTRAINT ratings_of_one CHECK (num_nonnulls(cadre_id, rated_unit_id) = 1),
  ADD CONSTRAINT ratings_points CHECK (points BETWEEN 0 AND 100),
  ADD CONSTRAINT ratings_tasks CHECK (done <= assigned AND on_time <= done);
-- One rating a term for each, whatever the group.
CREATE UNIQUE INDEX ratings_cadre ON ratings (cadre_id, year, quarter) WHERE cadre_id IS NOT NULL;
CREATE UNIQUE INDEX ratings_unit ON ratings (rated_unit_id, year, quarter) WHERE rated_unit_id IS NOT NULL;
ALTER TABLE training_classes ADD CONSTRAINT training_classes_days CHECK (to_on >= from_on);
ALTER TABLE staffing_changes ADD CONSTRAINT staffing_changes_persons CHECK (persons > 0);
CREATE UNIQUE INDEX staffing_changes_reversed_once ON staffing_changes (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE TRIGGER rating_decisions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON rating_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staffing_changes_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON staffing_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DO $$
BEGIN
  PERFORM follow_cadre('ratings');
  PERFORM guard_table('ratings', 'managing_unit_id', '{rating.read}', '{rating.write,rating.decide}');
  PERFORM guard_table('rating_groups', 'unit_id', '{rating.read}', '{rating.write,rating.decide}');
  PERFORM guard_table('training_classes', 'unit_id', '{training.read}', '{training.write}');
  PERFORM guard_table('training_turns', 'unit_id', '{training.read}', '{training.write}');
  PERFORM guard_table('staffing_quotas', 'unit_id', '{staffing.read}', '{staffing.write}');
  PERFORM guard_table('staffing_changes', 'unit_id', '{staffing.read}', '{staffing.write}');
  ALTER TABLE rating_decisions ENABLE ROW LEVEL SECURITY;
  ALTER TABLE rating_decisions FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY owner ON rating_decisions TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE POLICY rating_decisions_read ON rating_decisions FOR SELECT USING (EXISTS (SELECT FROM ratings r WHERE r.id = rating_id));
CREATE POLICY rating_decisions_add ON rating_decisions FOR INSERT WITH CHECK (
  (SELECT viewer_has('rating.decide')) AND EXISTS (SELECT FROM ratings r WHERE r.id = rating_id));
-- What was decided on a unit is known to that unit; what is still a draft only to the office that decides.
CREATE POLICY ratings_read_own ON ratings FOR SELECT USING (level IS NOT NULL AND rated_unit_id IN (SELECT viewer_units('rating.read')));
-- A committee knows which classes its own people attended; a class itself names nobody.
CREATE POLICY training_classes_read_known ON training_classes FOR SELECT USING ((SELECT viewer_has('training.read')));
CREATE POLICY training_turns_read_own ON training_turns FOR SELECT USING (committee_id IN (SELECT viewer_units('training.read')));
