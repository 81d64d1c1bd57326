-- Each event carries the unit of its title and the kind of its holding, so that a quarter's turns are counted from the ledger alone.
ALTER TABLE appointments ADD CONSTRAINT appointments_place_and_kind UNIQUE (id, unit_id, kind);
--> statement-breakpoint
ALTER TABLE appointment_events ADD COLUMN unit_id uuid, ADD COLUMN holding_kind text;
--> statement-breakpoint
ALTER TABLE appointment_events DISABLE TRIGGER appointment_events_keep;
--> statement-breakpoint
UPDATE appointment_events e SET unit_id = a.unit_id, holding_kind = a.kind FROM appointments a WHERE a.id = e.appointment_id;
--> statement-breakpoint
ALTER TABLE appointment_events ENABLE TRIGGER appointment_events_keep;
--> statement-breakpoint
ALTER TABLE appointment_events ALTER unit_id SET NOT NULL, ALTER holding_kind SET NOT NULL,
  ADD CONSTRAINT appointment_events_of_holding FOREIGN KEY (appointment_id, unit_id, holding_kind) REFERENCES appointments (id, unit_id, kind);
--> statement-breakpoint
CREATE FUNCTION name_holding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT a.unit_id, a.kind INTO NEW.unit_id, NEW.holding_kind FROM appointments a WHERE a.id = NEW.appointment_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER appointment_events_holding BEFORE INSERT ON appointment_events FOR EACH ROW EXECUTE FUNCTION name_holding();
--> statement-breakpoint
-- Turns on titles of a unit and below it, in stretches of days that are numbered from one. Planned at each call: a plan for any days reads the ledger whole.
CREATE FUNCTION personnel_counts(root uuid, first_days date[], last_days date[])
RETURNS TABLE (span bigint, unit_id uuid, event text, of text, turns integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT s.at, e.unit_id, e.kind, CASE WHEN e.kind = 'ended' THEN e.end_kind ELSE e.holding_kind END, count(*)::int
  FROM unnest(first_days, last_days) WITH ORDINALITY AS s (first, last, at)
  JOIN appointment_events e ON e.effective_on BETWEEN s.first AND s.last
  WHERE e.kind <> 'reversal' AND NOT EXISTS (SELECT FROM appointment_events r WHERE r.reverses_id = e.id)
    AND e.unit_id IN (SELECT t.unit_id FROM unit_tree t WHERE t.ancestor_id = root)
    AND ((SELECT viewer_everywhere('briefing.read')) OR e.unit_id IN (SELECT viewer_units('briefing.read')))
  GROUP BY 1, 2, 3, 4
$$;
--> statement-breakpoint
ALTER FUNCTION personnel_entries SET plan_cache_mode = force_custom_plan;
