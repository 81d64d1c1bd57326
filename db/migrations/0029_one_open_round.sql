-- One round of planning at a time for a term of a unit, also where two officers open it in the same moment.
CREATE UNIQUE INDEX succession_campaigns_one_open ON succession_campaigns (unit_id, term_kind, term_from) WHERE closed_at IS NULL;
