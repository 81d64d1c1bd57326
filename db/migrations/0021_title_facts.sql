-- What a title is, for whoever reaches the file of somebody who holds or held it, wherever it stands: its place in the order of titles, and nobody's name.
-- A view reads with the rights of its owner; nothing is written through it (db/migrate.ts).
CREATE VIEW title_facts AS SELECT id, unit_id, system, level, rank, grade, body, elected FROM posts;
