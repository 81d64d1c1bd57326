-- The province and the committees directly under it, by name: the choice of a place in every form on cadres.
CREATE INDEX units_places ON units (depth, sort_key, id) WHERE depth <= 1;
