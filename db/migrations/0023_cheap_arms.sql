-- Who reaches everything is asked first: listing every unit of the province for each statement took 40 ms.
DROP POLICY ratings_read_own ON ratings;
--> statement-breakpoint
CREATE POLICY ratings_read_own ON ratings FOR SELECT USING (level IS NOT NULL
  AND ((SELECT viewer_everywhere('rating.read')) OR rated_unit_id IN (SELECT viewer_units('rating.read'))));
--> statement-breakpoint
DROP POLICY training_turns_read_own ON training_turns;
--> statement-breakpoint
CREATE POLICY training_turns_read_own ON training_turns FOR SELECT USING ((SELECT viewer_everywhere('training.read'))
  OR committee_id IN (SELECT viewer_units('training.read')));
