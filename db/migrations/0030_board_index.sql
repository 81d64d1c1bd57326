-- The board asks for titles whose last day has not come: an index of those without one alone no longer answers it.
DROP INDEX posts_board;
--> statement-breakpoint
CREATE INDEX posts_board ON posts (sort_key, id) INCLUDE (level, managing_unit_id, unit_id, valid_to) WHERE NOT body;
