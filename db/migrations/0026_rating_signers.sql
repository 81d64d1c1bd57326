-- Who signed a decision on ratings, as of every decision.
ALTER TABLE rating_groups ADD COLUMN signer text;
ALTER TABLE rating_decisions ADD COLUMN signer text;
