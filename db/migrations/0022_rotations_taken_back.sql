-- An entry of a rotation is taken back by a reversing one; past rotations are entered from papers, their days as far as the papers say them.
ALTER TABLE rotation_events ADD COLUMN reverses_id uuid REFERENCES rotation_events (id);
CREATE UNIQUE INDEX rotation_events_reversed_once ON rotation_events (reverses_id);
ALTER TABLE rotations
  ADD COLUMN recorded boolean NOT NULL DEFAULT false,
  ADD COLUMN started_said text,
  ADD COLUMN ended_said text,
  ADD CONSTRAINT rotations_recorded CHECK (NOT recorded OR (appointment_id IS NULL AND (started_on IS NULL) = (ended_on IS NULL)));
