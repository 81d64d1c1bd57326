-- The months of each committee directly under the province, summed from its cells: a province reads 130 rows a month instead of 9,600.
-- A change of a cell's month marks its committee's month in the same transaction; marked months are summed from the cells when they are read,
-- until refresh_committee_months() has written them anew. So nobody waits for a shared row, and nothing read is ever old.
CREATE TABLE committee_months (
  committee_id uuid NOT NULL,
  month date NOT NULL,
  cells integer NOT NULL,
  missing integer NOT NULL,
  stock integer NOT NULL, inc_registered integer NOT NULL, inc_admitted integer NOT NULL, inc_readmitted integer NOT NULL, inc_transferred_in integer
  NOT NULL, inc_moved_in integer NOT NULL, inc_restored integer NOT NULL, dec_transferred_out integer NOT NULL, dec_moved_out integer NOT NULL, dec_died
  integer NOT NULL, dec_struck_off integer NOT NULL, dec_resigned integer NOT NULL, dec_expelled integer NOT NULL, recognized integer NOT NULL, expected
  integer NOT NULL, held integer NOT NULL, late integer NOT NULL, thematic integer NOT NULL, attendance_due integer NOT NULL, attendance_present integer
  NOT NULL, absent_excused integer NOT NULL, absent_unexcused integer NOT NULL, scored integer NOT NULL, score_sum integer NOT NULL, score_good integer
  NOT NULL, score_fair integer NOT NULL, score_average integer NOT NULL, score_poor integer NOT NULL, resolutions integer NOT NULL, assignments_given
  integer NOT NULL, assignments_done integer NOT NULL,
  PRIMARY KEY (committee_id, month)
);
CREATE INDEX committee_months_month ON committee_months (month);
CREATE TABLE committee_months_stale (committee_id uuid NOT NULL, month date NOT NULL);
--> statement-breakpoint
CREATE FUNCTION mark_committee_months() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO committee_months_stale SELECT DISTINCT committee_id, month FROM gone; END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO committee_months_stale SELECT DISTINCT committee_id, month FROM come; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER unit_months_mark_insert AFTER INSERT ON unit_months REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION mark_committee_months();
CREATE TRIGGER unit_months_mark_update AFTER UPDATE ON unit_months REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION mark_committee_months();
CREATE TRIGGER unit_months_mark_delete AFTER DELETE ON unit_months REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION mark_committee_months();
--> statement-breakpoint
-- One at a time: marks are taken and months summed in one snapshot, so that an older sum never overwrites a newer one.
CREATE FUNCTION refresh_committee_months() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE written integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('refresh_committee_months'));
  WITH taken AS (DELETE FROM committee_months_stale RETURNING committee_id, month),
    wanted AS (SELECT DISTINCT committee_id, month FROM taken),
    emptied AS (DELETE FROM committee_months c USING wanted w WHERE c.committee_id = w.committee_id AND c.month = w.month
      AND NOT EXISTS (SELECT FROM unit_months m WHERE m.committee_id = w.committee_id AND m.month = w.month))
  INSERT INTO committee_months AS c (committee_id, month, cells, missing,
    stock, inc_registered, inc_admitted, inc_readmitted, inc_transferred_in, inc_moved_in, inc_restored, dec_transferred_out, dec_moved_out, dec_died,
    dec_struck_off, dec_resigned, dec_expelled, recognized, expected, held, late, thematic, attendance_due, attendance_present, absent_excused,
    absent_unexcused, scored, score_sum, score_good, score_fair, score_average, score_poor, resolutions, assignments_given, assignments_done)
  SELECT m.committee_id, m.month, count(*), sum(greatest(m.expected - m.held, 0)),
    sum(m.stock)::int, sum(m.inc_registered)::int, sum(m.inc_admitted)::int, sum(m.inc_readmitted)::int, sum(m.inc_transferred_in)::int,
    sum(m.inc_moved_in)::int, sum(m.inc_restored)::int, sum(m.dec_transferred_out)::int, sum(m.dec_moved_out)::int, sum(m.dec_died)::int,
    sum(m.dec_struck_off)::int, sum(m.dec_resigned)::int, sum(m.dec_expelled)::int, sum(m.recognized)::int, sum(m.expected)::int, sum(m.held)::int,
    sum(m.late)::int, sum(m.thematic)::int, sum(m.attendance_due)::int, sum(m.attendance_present)::int, sum(m.absent_excused)::int,
    sum(m.absent_unexcused)::int, sum(m.scored)::int, sum(m.score_sum)::int, sum(m.score_good)::int, sum(m.score_fair)::int, sum(m.score_average)::int,
    sum(m.score_poor)::int, sum(m.resolutions)::int, sum(m.assignments_given)::int, sum(m.assignments_done)::int
  FROM unit_months m JOIN wanted w ON w.committee_id = m.committee_id AND w.month = m.month GROUP BY 1, 2
  ON CONFLICT (committee_id, month) DO UPDATE SET (cells, missing,
    stock, inc_registered, inc_admitted, inc_readmitted, inc_transferred_in, inc_moved_in, inc_restored, dec_transferred_out, dec_moved_out, dec_died,
    dec_struck_off, dec_resigned, dec_expelled, recognized, expected, held, late, thematic, attendance_due, attendance_present, absent_excused,
    absent_unexcused, scored, score_sum, score_good, score_fair, score_average, score_poor, resolutions, assignments_given, assignments_done) =
    (excluded.cells, excluded.missing,
    excluded.stock, excluded.inc_registered, excluded.inc_admitted, excluded.inc_readmitted, excluded.inc_transferred_in, excluded.inc_moved_in,
    excluded.inc_restored, excluded.dec_transferred_out, excluded.dec_moved_out, excluded.dec_died, excluded.dec_struck_off, excluded.dec_resigned,
    excluded.dec_expelled, excluded.recognized, excluded.expected, excluded.held, excluded.late, excluded.thematic, excluded.attendance_due,
    excluded.attendance_present, excluded.absent_excused, excluded.absent_unexcused, excluded.scored, excluded.score_sum, excluded.score_good,
    excluded.score_fair, excluded.score_average, excluded.score_poor, excluded.resolutions, excluded.assignments_given, excluded.assignments_done);
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
--> statement-breakpoint
CREATE VIEW committee_months_now WITH (security_invoker = true) AS
  SELECT c.* FROM committee_months c
  WHERE NOT EXISTS (SELECT FROM committee_months_stale s WHERE s.committee_id = c.committee_id AND s.month = c.month)
  UNION ALL
  SELECT m.committee_id, m.month, count(*)::int, sum(greatest(m.expected - m.held, 0))::int,
    sum(m.stock)::int, sum(m.inc_registered)::int, sum(m.inc_admitted)::int, sum(m.inc_readmitted)::int, sum(m.inc_transferred_in)::int,
    sum(m.inc_moved_in)::int, sum(m.inc_restored)::int, sum(m.dec_transferred_out)::int, sum(m.dec_moved_out)::int, sum(m.dec_died)::int,
    sum(m.dec_struck_off)::int, sum(m.dec_resigned)::int, sum(m.dec_expelled)::int, sum(m.recognized)::int, sum(m.expected)::int, sum(m.held)::int,
    sum(m.late)::int, sum(m.thematic)::int, sum(m.attendance_due)::int, sum(m.attendance_present)::int, sum(m.absent_excused)::int,
    sum(m.absent_unexcused)::int, sum(m.scored)::int, sum(m.score_sum)::int, sum(m.score_good)::int, sum(m.score_fair)::int, sum(m.score_average)::int,
    sum(m.score_poor)::int, sum(m.resolutions)::int, sum(m.assignments_given)::int, sum(m.assignments_done)::int
  FROM unit_months m JOIN (SELECT DISTINCT committee_id, month FROM committee_months_stale) s ON s.committee_id = m.committee_id AND s.month = m.month
  GROUP BY 1, 2;
--> statement-breakpoint
ALTER TABLE committee_months ENABLE ROW LEVEL SECURITY;
ALTER TABLE committee_months FORCE ROW LEVEL SECURITY;
CREATE POLICY committee_months_reach ON committee_months USING ((SELECT viewer_everywhere('unit.read')) OR committee_id IN (SELECT viewer_units('unit.read')));
DO $$ BEGIN EXECUTE format('CREATE POLICY owner ON committee_months TO %I USING (true) WITH CHECK (true)', current_user); END $$;
INSERT INTO committee_months_stale SELECT DISTINCT committee_id, month FROM unit_months;
SELECT refresh_committee_months();
--> statement-breakpoint
-- What the desk of a whole province asks.
CREATE INDEX meetings_waiting ON meetings (submitted_at) WHERE submitted_at IS NOT NULL AND accepted_at IS NULL;
CREATE INDEX members_introduced ON members (committee_id) WHERE leaving_for IS NOT NULL AND status <> 'left';
CREATE INDEX members_probation ON members (joined, id) WHERE status = 'probationary';
-- Cells of a unit by name, 50 a page.
CREATE INDEX units_cells ON units (sort_key, id) WHERE is_cell;
CREATE INDEX units_committee_cells ON units (committee_id, sort_key, id) WHERE is_cell;
CREATE INDEX units_living_cells ON units (committee_id) WHERE is_cell AND closed_on IS NULL;
