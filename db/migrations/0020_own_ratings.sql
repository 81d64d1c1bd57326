ALTER TABLE ratings
  ADD COLUMN self_points numeric,
  ADD COLUMN self_reason text,
  ADD COLUMN self_by uuid,
  ADD COLUMN self_at timestamp with time zone,
  ADD COLUMN self_version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT ratings_self_points CHECK (self_points BETWEEN 0 AND 100);
--> statement-breakpoint
-- A row is hidden or shown as a whole by row-level security; of its own row a unit may see what it says of itself and what was decided,
-- never what the level above drafts. Hence these columns, for exactly the units of that right.
CREATE VIEW own_ratings WITH (security_barrier = true) AS
  SELECT r.id, r.rated_unit_id, r.managing_unit_id, r.year, r.quarter, r.self_points, r.self_level, r.self_reason, r.self_on, r.self_by, r.self_at,
    r.self_version, r.level
  FROM ratings r WHERE r.rated_unit_id = ANY (ARRAY(SELECT viewer_units('rating.self')));
-- Its only way in: those columns, of an own row, as long as it is not decided. false: nothing was written.
CREATE FUNCTION enter_own_rating(wanted uuid, seen integer, given_points numeric, given_level text, given_reason text, given_on date)
RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH entered AS (
    UPDATE ratings SET self_points = given_points, self_level = given_level, self_reason = given_reason, self_on = given_on, self_by = viewer_account(),
      self_at = now(), self_version = self_version + 1, version = version + 1, updated_by = viewer_account(), updated_at = now()
    WHERE id = wanted AND self_version = seen AND level IS NULL AND rated_unit_id = ANY (ARRAY(SELECT viewer_units('rating.self')))
    RETURNING 1)
  SELECT EXISTS (SELECT FROM entered) $$;
