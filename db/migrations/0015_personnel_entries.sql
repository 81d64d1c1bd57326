-- Decisions on the titles of a unit and below it, for whoever reads its briefing: all are counted, and only those are named whose file the viewer may open.
CREATE FUNCTION personnel_entries(root uuid, first_day date, last_day date, known timestamptz)
RETURNS TABLE (id uuid, event text, of text, on_day date, unit_id uuid, title text, decision_number text, cadre_id uuid, person text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.kind, CASE WHEN e.kind = 'ended' THEN e.end_kind ELSE a.kind END, e.effective_on, a.unit_id, a.title, e.decision_number,
    CASE WHEN s.named THEN c.id END, CASE WHEN s.named THEN c.full_name END
  FROM appointment_events e JOIN appointments a ON a.id = e.appointment_id JOIN cadres c ON c.id = a.cadre_id
  CROSS JOIN LATERAL (SELECT (SELECT viewer_everywhere('cadre.read')) OR c.managing_unit_id IN (SELECT viewer_units('cadre.read')) AS named) s
  WHERE e.effective_on BETWEEN first_day AND last_day AND e.kind <> 'reversal' AND (known IS NULL OR e.entered_at <= known)
    AND NOT EXISTS (SELECT FROM appointment_events r WHERE r.reverses_id = e.id AND (known IS NULL OR r.entered_at <= known))
    AND a.unit_id IN (SELECT t.unit_id FROM unit_tree t WHERE t.ancestor_id = root)
    AND ((SELECT viewer_everywhere('briefing.read')) OR a.unit_id IN (SELECT viewer_units('briefing.read')))
$$;
