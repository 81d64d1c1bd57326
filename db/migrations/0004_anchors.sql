-- A temporary table made by the app would stand before ours in a function that runs with the owner's rights: it is looked at last.
DO $$
DECLARE guarded regprocedure;
BEGIN
  FOR guarded IN SELECT oid::regprocedure FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', guarded);
  END LOOP;
END $$;
--> statement-breakpoint
-- The chain goes on for rows of the two logs only; a table of the same name elsewhere cannot move the recorded ends.
CREATE OR REPLACE FUNCTION append_chained() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head chain_heads;
BEGIN
  IF TG_RELID NOT IN ('public.audit_log'::regclass, 'public.read_log'::regclass) THEN
    RAISE EXCEPTION '% is no chained log', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  NEW.chain := abs(hashtext(coalesce(NEW.unit_id::text, NEW.account_id::text, ''))) % 64;
  SELECT * INTO head FROM chain_heads WHERE log = TG_TABLE_NAME AND chain = NEW.chain FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := chain_hash(NEW.prev_hash, NEW.chain, NEW.seq, NEW.at, NEW.account_id, NEW.action, NEW.subject_type, NEW.subject_id, NEW.unit_id, NEW.detail);
  UPDATE chain_heads SET seq = NEW.seq, hash = NEW.hash WHERE log = TG_TABLE_NAME AND chain = NEW.chain;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION append_chained() FROM PUBLIC;
--> statement-breakpoint
-- For the anchors outside the database: position and hash of the rows after those known, at most so many a chain; nothing of what they say.
-- holds: the known row still stands there with its hash. marks: the first 16 digits of each new row's hash, in order.
CREATE FUNCTION chain_growth(known jsonb, most integer)
RETURNS TABLE (log text, chain integer, holds boolean, seq bigint, hash text, marks text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.log, h.chain,
    coalesce(k.seq, 0) = 0
      OR h.log = 'audit_log' AND EXISTS (SELECT FROM audit_log l WHERE l.chain = h.chain AND l.seq = k.seq AND l.hash = k.hash)
      OR h.log = 'read_log' AND EXISTS (SELECT FROM read_log l WHERE l.chain = h.chain AND l.seq = k.seq AND l.hash = k.hash),
    n.seq, n.hash, n.marks
  FROM chain_heads h
  LEFT JOIN jsonb_to_recordset(known) AS k (log text, chain integer, seq bigint, hash text) ON k.log = h.log AND k.chain = h.chain
  CROSS JOIN LATERAL (
    SELECT max(r.seq) AS seq, (array_agg(r.hash ORDER BY r.seq DESC))[1] AS hash, string_agg(left(r.hash, 16), '' ORDER BY r.seq) AS marks FROM (
      (SELECT l.seq, l.hash FROM audit_log l WHERE h.log = 'audit_log' AND l.chain = h.chain AND l.seq > coalesce(k.seq, 0) ORDER BY l.seq LIMIT most)
      UNION ALL
      (SELECT l.seq, l.hash FROM read_log l WHERE h.log = 'read_log' AND l.chain = h.chain AND l.seq > coalesce(k.seq, 0) ORDER BY l.seq LIMIT most)
    ) AS r
  ) AS n
$$;
