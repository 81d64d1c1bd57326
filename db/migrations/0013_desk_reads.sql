-- Since when somebody is introduced elsewhere and not yet received: read on every desk, so it stands beside the place, derived from the same event.
ALTER TABLE "members" ADD COLUMN "leaving_on" date;
UPDATE members m SET leaving_on = (SELECT max(e.effective_on) FROM member_events e WHERE e.member_id = m.id AND e.kind = 'introduced'
  AND NOT EXISTS (SELECT FROM member_events r WHERE r.reverses_id = e.id)) WHERE m.leaving_for IS NOT NULL;
--> statement-breakpoint
-- The few rows that a desk lists, in their order: of the whole province, and of each cell for who reaches some of them.
DROP INDEX members_introduced;
CREATE INDEX members_introduced ON members (leaving_on, id) WHERE leaving_for IS NOT NULL AND status <> 'left';
CREATE INDEX members_introduced_cell ON members (cell_id, leaving_on) WHERE leaving_for IS NOT NULL AND status <> 'left';
CREATE INDEX members_probation_cell ON members (cell_id, joined) WHERE status = 'probationary';
-- Minutes that wait for an answer, counted without reading them.
DROP INDEX meetings_waiting;
CREATE INDEX meetings_waiting ON meetings (cell_id, month, submitted_at)
  WHERE submitted_at IS NOT NULL AND accepted_at IS NULL AND (returned_at IS NULL OR returned_at < submitted_at);
