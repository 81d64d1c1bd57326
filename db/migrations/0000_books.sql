CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"full_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_changed_at" timestamp with time zone,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"disabled_at" timestamp with time zone,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_permissions" (
	"id" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"permission" text NOT NULL,
	"reach" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_settings" (
	"office" text PRIMARY KEY NOT NULL,
	"require_totp" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offices_held" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"office" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"held_from" date NOT NULL,
	"held_to" date,
	"granted_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_why" text,
	"address" text,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "briefing_figures" (
	"briefing_id" uuid NOT NULL,
	"row_unit_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "briefing_figures_briefing_id_row_unit_id_figure_pk" PRIMARY KEY("briefing_id","row_unit_id","figure")
);
--> statement-breakpoint
CREATE TABLE "briefings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"period" text NOT NULL,
	"frozen_at" timestamp with time zone,
	"frozen_by" uuid,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	"reopen_reason" text,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"member_id" uuid,
	"member_name" text NOT NULL,
	"due_on" date,
	"outcome" text,
	"outcome_note" text,
	"closed_on" date,
	"closed_in_id" uuid
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"meeting_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"month" date NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"code" text NOT NULL,
	"reason" text,
	"official" boolean NOT NULL,
	CONSTRAINT "attendance_month_meeting_id_member_id_pk" PRIMARY KEY("month","meeting_id","member_id")
) PARTITION BY RANGE ("month");
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"month" date NOT NULL,
	"held_on" date,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"draft_saved_at" timestamp with time zone,
	"draft_saved_by" uuid,
	"number" text,
	"starts_at" text,
	"ends_at" text,
	"place" text,
	"online" boolean DEFAULT false NOT NULL,
	"chair_name" text,
	"chair_title" text,
	"secretary_name" text,
	"guests" text,
	"agenda" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"conclusion" text,
	"members_total" integer,
	"officials_total" integer,
	"due" integer,
	"present" integer,
	"officials_present" integer,
	"score" numeric(5, 1),
	"score_band" text,
	"score_sheet" jsonb,
	"late" boolean DEFAULT false NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"returned_at" timestamp with time zone,
	"returned_by" uuid,
	"return_reason" text,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"cell_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"speaker_id" uuid,
	"speaker_name" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"base" integer NOT NULL,
	"base_reason" text,
	"in_favour" integer NOT NULL,
	"against" integer NOT NULL,
	"other" integer NOT NULL,
	"passed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"unit_id" uuid NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_unit_id_signature_pk" PRIMARY KEY("unit_id","signature")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"cells" jsonb NOT NULL,
	"state" text NOT NULL,
	"decision" text,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"member_id" uuid,
	"before" jsonb,
	CONSTRAINT "import_rows_import_id_row_number_pk" PRIMARY KEY("import_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sheet_name" text NOT NULL,
	"header_rows" integer[] NOT NULL,
	"headers" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"committed_at" timestamp with time zone,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" uuid,
	"failure" text,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"from_cell_id" uuid,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"signer" text,
	"place" text,
	"reason" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reverses_id" uuid,
	"import_id" uuid,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_name_parts" (
	"member_id" uuid NOT NULL,
	"part" text NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	CONSTRAINT "member_name_parts_member_id_part_pk" PRIMARY KEY("member_id","part")
);
--> statement-breakpoint
CREATE TABLE "member_sensitive" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"ethnicity" text,
	"religion" text,
	"citizen_id" text,
	"health" text
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"status" text NOT NULL,
	"exempt" boolean DEFAULT false NOT NULL,
	"away" boolean DEFAULT false NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"leaving_for" text,
	"left_on" date,
	"left_kind" text,
	"full_name" text NOT NULL,
	"birth_name" text,
	"sort_key" text NOT NULL,
	"female" boolean NOT NULL,
	"born" text NOT NULL,
	"home_place" text,
	"birth_place" text,
	"address" text,
	"phone" text,
	"email" text,
	"joined" text NOT NULL,
	"official" text,
	"card_number" text,
	"biography_number" text,
	"occupation" text,
	"workplace" text,
	"position" text,
	"general_education" text,
	"professional_level" text,
	"political_theory" text,
	"state_management" text,
	"foreign_language" text,
	"note" text,
	"import_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"chain" integer NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"unit_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "chain_heads" (
	"log" text NOT NULL,
	"chain" integer NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "chain_heads_log_chain_pk" PRIMARY KEY("log","chain")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"workday" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"command" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_log" (
	"chain" integer NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"unit_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "read_log_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"unit_id" uuid,
	"value" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"citation" text NOT NULL,
	"unsure" boolean DEFAULT false NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"value" integer NOT NULL,
	"source" text,
	CONSTRAINT "targets_unit_id_year_kind_pk" PRIMARY KEY("unit_id","year","kind")
);
--> statement-breakpoint
CREATE TABLE "unit_change_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"change_id" uuid NOT NULL,
	"predecessor_id" uuid,
	"successor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "unit_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"decision_number" text NOT NULL,
	"decision_date" date NOT NULL,
	"issuer" text NOT NULL,
	"signer" text,
	"note" text,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_kind_children" (
	"parent_kind" text NOT NULL,
	"child_kind" text NOT NULL,
	CONSTRAINT "unit_kind_children_parent_kind_child_kind_pk" PRIMARY KEY("parent_kind","child_kind")
);
--> statement-breakpoint
CREATE TABLE "unit_months" (
	"cell_id" uuid NOT NULL,
	"committee_id" uuid NOT NULL,
	"month" date NOT NULL,
	"stock" integer DEFAULT 0 NOT NULL,
	"inc_registered" integer DEFAULT 0 NOT NULL,
	"inc_admitted" integer DEFAULT 0 NOT NULL,
	"inc_readmitted" integer DEFAULT 0 NOT NULL,
	"inc_transferred_in" integer DEFAULT 0 NOT NULL,
	"inc_moved_in" integer DEFAULT 0 NOT NULL,
	"inc_restored" integer DEFAULT 0 NOT NULL,
	"dec_transferred_out" integer DEFAULT 0 NOT NULL,
	"dec_moved_out" integer DEFAULT 0 NOT NULL,
	"dec_died" integer DEFAULT 0 NOT NULL,
	"dec_struck_off" integer DEFAULT 0 NOT NULL,
	"dec_resigned" integer DEFAULT 0 NOT NULL,
	"dec_expelled" integer DEFAULT 0 NOT NULL,
	"recognized" integer DEFAULT 0 NOT NULL,
	"expected" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"late" integer DEFAULT 0 NOT NULL,
	"thematic" integer DEFAULT 0 NOT NULL,
	"attendance_due" integer DEFAULT 0 NOT NULL,
	"attendance_present" integer DEFAULT 0 NOT NULL,
	"absent_excused" integer DEFAULT 0 NOT NULL,
	"absent_unexcused" integer DEFAULT 0 NOT NULL,
	"scored" integer DEFAULT 0 NOT NULL,
	"score_sum" integer DEFAULT 0 NOT NULL,
	"score_good" integer DEFAULT 0 NOT NULL,
	"score_fair" integer DEFAULT 0 NOT NULL,
	"score_average" integer DEFAULT 0 NOT NULL,
	"score_poor" integer DEFAULT 0 NOT NULL,
	"resolutions" integer DEFAULT 0 NOT NULL,
	"assignments_given" integer DEFAULT 0 NOT NULL,
	"assignments_done" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "unit_months_cell_id_month_pk" PRIMARY KEY("cell_id","month")
);
--> statement-breakpoint
CREATE TABLE "unit_officers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"member_id" uuid,
	"full_name" text NOT NULL,
	"role" text NOT NULL,
	"held_from" date NOT NULL,
	"held_to" date,
	"elected" boolean DEFAULT true NOT NULL,
	"decision_number" text
);
--> statement-breakpoint
CREATE TABLE "unit_placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"change_id" uuid
);
--> statement-breakpoint
CREATE TABLE "unit_tree" (
	"ancestor_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"depth" integer NOT NULL,
	CONSTRAINT "unit_tree_ancestor_id_unit_id_pk" PRIMARY KEY("ancestor_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"sector" text,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"folded_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"address" text,
	"meeting_day" integer,
	"meeting_place" text,
	"founded_on" date NOT NULL,
	"closed_on" date,
	"parent_id" uuid,
	"depth" integer NOT NULL,
	"committee_id" uuid,
	"is_cell" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "offices_held" ADD CONSTRAINT "offices_held_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices_held" ADD CONSTRAINT "offices_held_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_figures" ADD CONSTRAINT "briefing_figures_briefing_id_briefings_id_fk" FOREIGN KEY ("briefing_id") REFERENCES "public"."briefings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefings" ADD CONSTRAINT "briefings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cell_id_units_id_fk" FOREIGN KEY ("cell_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_events" ADD CONSTRAINT "member_events_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_name_parts" ADD CONSTRAINT "member_name_parts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_sensitive" ADD CONSTRAINT "member_sensitive_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_cell_id_units_id_fk" FOREIGN KEY ("cell_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_change_links" ADD CONSTRAINT "unit_change_links_change_id_unit_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."unit_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_change_links" ADD CONSTRAINT "unit_change_links_predecessor_id_units_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_change_links" ADD CONSTRAINT "unit_change_links_successor_id_units_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_months" ADD CONSTRAINT "unit_months_cell_id_units_id_fk" FOREIGN KEY ("cell_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_officers" ADD CONSTRAINT "unit_officers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_placements" ADD CONSTRAINT "unit_placements_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_placements" ADD CONSTRAINT "unit_placements_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_tree" ADD CONSTRAINT "unit_tree_ancestor_id_units_id_fk" FOREIGN KEY ("ancestor_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_tree" ADD CONSTRAINT "unit_tree_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_username" ON "accounts" USING btree ("username");--> statement-breakpoint
CREATE INDEX "offices_held_account" ON "offices_held" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "offices_held_unit" ON "offices_held" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_account" ON "recovery_codes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "briefing_figures_briefing" ON "briefing_figures" USING btree ("briefing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "briefings_unit_period" ON "briefings" USING btree ("unit_id","period");--> statement-breakpoint
CREATE INDEX "assignments_meeting" ON "assignments" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "assignments_cell_open" ON "assignments" USING btree ("cell_id","closed_on");--> statement-breakpoint
CREATE INDEX "attendance_member" ON "attendance" USING btree ("member_id","month");--> statement-breakpoint
CREATE INDEX "attendance_meeting" ON "attendance" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meetings_cell" ON "meetings" USING btree ("cell_id","month");--> statement-breakpoint
CREATE INDEX "meetings_committee" ON "meetings" USING btree ("committee_id","month");--> statement-breakpoint
CREATE INDEX "meetings_month" ON "meetings" USING btree ("month");--> statement-breakpoint
CREATE INDEX "opinions_meeting" ON "opinions" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "resolutions_meeting" ON "resolutions" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "resolutions_cell" ON "resolutions" USING btree ("cell_id");--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("import_id","state","row_number");--> statement-breakpoint
CREATE INDEX "member_events_member" ON "member_events" USING btree ("member_id","effective_on");--> statement-breakpoint
CREATE INDEX "member_events_cell" ON "member_events" USING btree ("cell_id","effective_on");--> statement-breakpoint
CREATE INDEX "member_events_from" ON "member_events" USING btree ("from_cell_id","effective_on");--> statement-breakpoint
CREATE INDEX "member_events_committee" ON "member_events" USING btree ("committee_id","effective_on");--> statement-breakpoint
CREATE INDEX "member_events_reverses" ON "member_events" USING btree ("reverses_id");--> statement-breakpoint
CREATE INDEX "member_events_import" ON "member_events" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "member_name_parts_part" ON "member_name_parts" USING btree ("part");--> statement-breakpoint
CREATE INDEX "members_committee_sort" ON "members" USING btree ("committee_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "members_cell_sort" ON "members" USING btree ("cell_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "members_sort" ON "members" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "read_log_at" ON "read_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "rule_sets_key" ON "rule_sets" USING btree ("key","valid_from");--> statement-breakpoint
CREATE INDEX "unit_change_links_predecessor" ON "unit_change_links" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "unit_change_links_successor" ON "unit_change_links" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "unit_months_committee" ON "unit_months" USING btree ("committee_id","month");--> statement-breakpoint
CREATE INDEX "unit_months_month" ON "unit_months" USING btree ("month");--> statement-breakpoint
CREATE INDEX "unit_officers_unit" ON "unit_officers" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "unit_placements_unit" ON "unit_placements" USING btree ("unit_id","valid_from");--> statement-breakpoint
CREATE INDEX "unit_placements_parent" ON "unit_placements" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "unit_tree_unit" ON "unit_tree" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_code" ON "units" USING btree ("code");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id","sort_key");--> statement-breakpoint
CREATE INDEX "units_committee" ON "units" USING btree ("committee_id");