-- A line taken out of a cadre's file stays in the book, in words, with who took it out and why. Rows are only added.
CREATE TABLE "cadre_removed_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"line" text NOT NULL,
	"words" text NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cadre_removed_lines" ADD CONSTRAINT "cadre_removed_lines_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "cadre_removed_lines_cadre" ON "cadre_removed_lines" USING btree ("cadre_id","removed_at");
--> statement-breakpoint
ALTER TABLE cadre_removed_lines ADD CONSTRAINT cadre_removed_lines_line CHECK (line IN ('history', 'training', 'award', 'discipline'));
CREATE TRIGGER cadre_removed_lines_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON cadre_removed_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
BEGIN
  ALTER TABLE cadre_removed_lines ENABLE ROW LEVEL SECURITY;
  ALTER TABLE cadre_removed_lines FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY owner ON cadre_removed_lines TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
-- Seen with the file it stood in, and added by whoever may write there.
CREATE POLICY cadre_removed_lines_read ON cadre_removed_lines FOR SELECT USING (EXISTS (SELECT FROM cadres c WHERE c.id = cadre_id));
CREATE POLICY cadre_removed_lines_add ON cadre_removed_lines FOR INSERT WITH CHECK (EXISTS (SELECT FROM cadres c WHERE c.id = cadre_id
  AND ((SELECT viewer_everywhere('cadre.edit')) OR c.managing_unit_id IN (SELECT viewer_units('cadre.edit')))));
