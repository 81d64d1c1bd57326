-- Found by explaining every statement of the suite on a large province: each of these read its table from end to end.
-- What a meeting closed: asked at every submit, return and print of minutes.
CREATE INDEX assignments_closed_in ON assignments (closed_in_id);
-- Whether anything hangs on a member, before an import is taken back.
CREATE INDEX assignments_member ON assignments (member_id);
CREATE INDEX unit_officers_member ON unit_officers (member_id);
-- The entries behind a figure of the whole province.
CREATE INDEX member_events_kind ON member_events (kind, effective_on);
