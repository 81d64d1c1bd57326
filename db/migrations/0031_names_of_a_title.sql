-- How many names stand for a title in a term, kept with the entries by the database itself: the planning board counts every title by it.
CREATE TABLE "succession_counts" (
	"term_kind" text NOT NULL,
	"term_from" date NOT NULL,
	"post_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"persons" integer NOT NULL,
	CONSTRAINT "succession_counts_pk" PRIMARY KEY ("term_kind", "term_from", "post_id") INCLUDE ("managing_unit_id", "persons"),
	CONSTRAINT "succession_counts_persons" CHECK ("persons" >= 0)
);
--> statement-breakpoint
INSERT INTO succession_counts (term_kind, term_from, post_id, managing_unit_id, persons)
SELECT term_kind, term_from, post_id, managing_unit_id, count(*) FROM succession_entries WHERE left_on IS NULL GROUP BY 1, 2, 3, 4;
-- Who decides on a title sees its drafts: the managing unit follows the catalogue.
ALTER TABLE succession_counts
  ADD CONSTRAINT succession_counts_managed FOREIGN KEY (post_id, managing_unit_id) REFERENCES posts (id, managing_unit_id) ON UPDATE CASCADE;
ALTER TABLE succession_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE succession_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY succession_counts_read ON succession_counts FOR SELECT USING (
  (SELECT viewer_everywhere('succession.read')) OR managing_unit_id IN (SELECT viewer_units('succession.read')));
DO $$ BEGIN EXECUTE format('CREATE POLICY owner ON succession_counts TO %I USING (true) WITH CHECK (true)', current_user); END $$;
--> statement-breakpoint
CREATE FUNCTION succession_entries_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE more int := (NEW.left_on IS NULL)::int - CASE TG_OP WHEN 'UPDATE' THEN (OLD.left_on IS NULL)::int ELSE 0 END;
BEGIN
  IF more <> 0 THEN
    INSERT INTO succession_counts AS n (term_kind, term_from, post_id, managing_unit_id, persons)
    VALUES (NEW.term_kind, NEW.term_from, NEW.post_id, NEW.managing_unit_id, greatest(more, 0))
    ON CONFLICT (term_kind, term_from, post_id) DO UPDATE SET persons = n.persons + more;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER succession_entries_counted AFTER INSERT OR UPDATE OF left_on ON succession_entries FOR EACH ROW EXECUTE FUNCTION succession_entries_counted();
--> statement-breakpoint
-- The board's page in its order; its titles by level, and those that are counted otherwise, without the rows.
DROP INDEX posts_board;
--> statement-breakpoint
CREATE INDEX posts_board ON posts (sort_key, id) WHERE NOT body;
--> statement-breakpoint
CREATE INDEX posts_levels ON posts (level) INCLUDE (managing_unit_id, unit_id, valid_to) WHERE NOT body;
--> statement-breakpoint
CREATE INDEX posts_passing ON posts (id) WHERE body OR valid_to IS NOT NULL;
