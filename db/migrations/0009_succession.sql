CREATE TABLE "succession_campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"term_kind" text NOT NULL,
	"term_from" date NOT NULL,
	"term_to" date NOT NULL,
	"counted_on" date NOT NULL,
	"document" text,
	"opened_by" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "succession_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"cadre_id" uuid NOT NULL,
	"term_kind" text NOT NULL,
	"term_from" date NOT NULL,
	"term_to" date NOT NULL,
	"source" text NOT NULL,
	"standing" text NOT NULL,
	"reason" text,
	"note" text,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_on" date,
	"decision_number" text,
	"left_on" date,
	"left_reason" text,
	"left_note" text,
	"left_decision_number" text,
	"left_decision_date" date,
	"left_by" uuid,
	"left_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "succession_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"returned_by" uuid,
	"returned_at" timestamp with time zone,
	"return_note" text,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"signer" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "succession_votes" (
	"entry_id" uuid NOT NULL,
	"step" text NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"summoned" integer NOT NULL,
	"votes" integer NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "succession_votes_entry_id_step_pk" PRIMARY KEY("entry_id","step")
);
--> statement-breakpoint
ALTER TABLE "succession_campaigns" ADD CONSTRAINT "succession_campaigns_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_entries" ADD CONSTRAINT "succession_entries_list_id_succession_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."succession_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_entries" ADD CONSTRAINT "succession_entries_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_entries" ADD CONSTRAINT "succession_entries_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_lists" ADD CONSTRAINT "succession_lists_campaign_id_succession_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."succession_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_lists" ADD CONSTRAINT "succession_lists_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_lists" ADD CONSTRAINT "succession_lists_managing_unit_id_units_id_fk" FOREIGN KEY ("managing_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_votes" ADD CONSTRAINT "succession_votes_entry_id_succession_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."succession_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "succession_campaigns_unit" ON "succession_campaigns" USING btree ("unit_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "succession_entries_once" ON "succession_entries" USING btree ("post_id","cadre_id","term_kind","term_from") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "succession_entries_list" ON "succession_entries" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "succession_entries_post" ON "succession_entries" USING btree ("post_id","term_kind","term_from");--> statement-breakpoint
CREATE INDEX "succession_entries_cadre" ON "succession_entries" USING btree ("cadre_id","approved_on");--> statement-breakpoint
CREATE INDEX "succession_entries_term" ON "succession_entries" USING btree ("term_kind","term_from","post_id","managing_unit_id") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "succession_entries_unit" ON "succession_entries" USING btree ("unit_id","term_kind","term_from");--> statement-breakpoint
CREATE UNIQUE INDEX "succession_lists_once" ON "succession_lists" USING btree ("campaign_id","unit_id","managing_unit_id");--> statement-breakpoint
CREATE INDEX "succession_lists_managing" ON "succession_lists" USING btree ("managing_unit_id","campaign_id");
--> statement-breakpoint
ALTER TABLE succession_campaigns ADD CONSTRAINT succession_campaigns_term CHECK (term_from < term_to);
-- Who decides on a title sees its drafts: the managing unit follows the catalogue.
ALTER TABLE succession_entries
  ADD CONSTRAINT succession_entries_managed FOREIGN KEY (post_id, managing_unit_id) REFERENCES posts (id, managing_unit_id) ON UPDATE CASCADE,
  ADD CONSTRAINT succession_entries_guarded UNIQUE (id, managing_unit_id),
  ADD CONSTRAINT succession_entries_left CHECK ((left_on IS NULL) = (left_reason IS NULL));
ALTER TABLE succession_votes
  ADD CONSTRAINT succession_votes_managed FOREIGN KEY (entry_id, managing_unit_id) REFERENCES succession_entries (id, managing_unit_id) ON UPDATE CASCADE,
  ADD CONSTRAINT succession_votes_counted CHECK (summoned > 0 AND votes BETWEEN 0 AND summoned);
-- A name once proposed stays in the book, whatever became of it.
CREATE TRIGGER succession_entries_keep BEFORE DELETE OR TRUNCATE ON succession_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
SELECT guard_table('succession_lists', 'managing_unit_id', '{succession.read}', '{succession.write,succession.approve}');
SELECT guard_table('succession_entries', 'managing_unit_id', '{succession.read}', '{succession.write,succession.approve}');
SELECT guard_table('succession_votes', 'managing_unit_id', '{succession.read}', '{succession.write}');
-- A campaign opened above holds below: it names nobody, and whoever works on planning reads it.
ALTER TABLE succession_campaigns ENABLE ROW LEVEL SECURITY;
ALTER TABLE succession_campaigns FORCE ROW LEVEL SECURITY;
CREATE POLICY succession_campaigns_read ON succession_campaigns FOR SELECT USING ((SELECT viewer_has('succession.read')));
CREATE POLICY succession_campaigns_add ON succession_campaigns FOR INSERT WITH CHECK (
  (SELECT viewer_everywhere('succession.write')) OR unit_id IN (SELECT viewer_units('succession.write')));
CREATE POLICY succession_campaigns_change ON succession_campaigns FOR UPDATE USING (
  (SELECT viewer_everywhere('succession.write')) OR unit_id IN (SELECT viewer_units('succession.write')));
DO $$ BEGIN EXECUTE format('CREATE POLICY owner ON succession_campaigns TO %I USING (true) WITH CHECK (true)', current_user); END $$;
-- The planning board's page in its order, and its counts without the rows.
CREATE INDEX posts_board ON posts (sort_key, id) INCLUDE (level, managing_unit_id, unit_id) WHERE valid_to IS NULL AND NOT body;
