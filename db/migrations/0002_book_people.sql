-- The names behind a past quarter: a person who has moved on is still named to those in whose books the entries stand.
CREATE FUNCTION book_people(wanted uuid[]) RETURNS TABLE (member_id uuid, full_name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.id, m.full_name FROM members m
  WHERE m.id = ANY (wanted) AND (viewer_everywhere('member.read') OR EXISTS (
    SELECT 1 FROM member_events e WHERE e.member_id = m.id
      AND (e.cell_id IN (SELECT viewer_units('member.read')) OR e.from_cell_id IN (SELECT viewer_units('member.read'))))) $$;
