-- Who issued and who signed the decision by which somebody left planning, as of every decision.
ALTER TABLE succession_entries ADD COLUMN left_issuer text, ADD COLUMN left_signer text;
