-- Names, search and cursors compare bytes: the keys are made for it.
ALTER TABLE units ALTER COLUMN sort_key TYPE text COLLATE "C", ALTER COLUMN folded_name TYPE text COLLATE "C";
ALTER TABLE members ALTER COLUMN sort_key TYPE text COLLATE "C", ALTER COLUMN born TYPE text COLLATE "C",
  ALTER COLUMN joined TYPE text COLLATE "C", ALTER COLUMN official TYPE text COLLATE "C";
ALTER TABLE member_name_parts ALTER COLUMN part TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE members
  ADD CONSTRAINT members_status CHECK (status IN ('probationary', 'official', 'left')),
  ADD CONSTRAINT members_partial_dates CHECK (
    born ~ '^\d{4}(-\d\d){0,2}$' AND joined ~ '^\d{4}(-\d\d){0,2}$' AND (official IS NULL OR official ~ '^\d{4}(-\d\d){0,2}$'));
CREATE UNIQUE INDEX members_card ON members (card_number) WHERE card_number IS NOT NULL;
CREATE UNIQUE INDEX member_events_reversed_once ON member_events (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE UNIQUE INDEX meetings_one_regular ON meetings (cell_id, month) WHERE kind = 'regular';
CREATE INDEX units_folded ON units (folded_name text_pattern_ops);
CREATE UNIQUE INDEX rule_sets_once ON rule_sets (key, COALESCE(unit_id, '00000000-0000-0000-0000-000000000000'), valid_from);
--> statement-breakpoint
DO $$
BEGIN
  FOR y IN 2020..2040 LOOP
    EXECUTE format('CREATE TABLE attendance_%s PARTITION OF attendance FOR VALUES FROM (%L) TO (%L)', y, y || '-01-01', (y + 1) || '-01-01');
  END LOOP;
END $$;
CREATE TABLE attendance_rest PARTITION OF attendance DEFAULT;
--> statement-breakpoint
-- Kinds that may stand directly under a kind (Quy định 294-QĐ/TW; province P, upper committee U, grass roots G1/G2, section S, cell C, group T; H: the district committee that ended on 1 July 2025).
INSERT INTO unit_kind_children (parent_kind, child_kind) VALUES
  ('P','U'),('P','H'),('P','G1'),('P','G2'),('U','G1'),('U','G2'),('H','G1'),('H','G2'),('G1','S'),('G1','C'),('S','C'),('G2','T'),('C','T');
INSERT INTO chain_heads (log, chain) SELECT l, c FROM unnest(ARRAY['audit_log','read_log']) l, generate_series(0, 63) c;
--> statement-breakpoint
-- Each row's hash covers the one before it in its chain; 64 chains by unit, so that writers do not wait for one head.
CREATE FUNCTION chain_hash(prev text, chain int, seq bigint, at timestamptz, account uuid, action text, subject_type text, subject_id text, unit uuid, detail jsonb)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f', prev, chain, seq, extract(epoch FROM at)::numeric(20,6), coalesce(account::text, ''), action,
    subject_type, subject_id, coalesce(unit::text, ''), detail::text), 'UTF8')), 'hex')
$$;
CREATE FUNCTION append_chained() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE head chain_heads;
BEGIN
  NEW.chain := abs(hashtext(coalesce(NEW.unit_id::text, NEW.account_id::text, ''))) % 64;
  SELECT * INTO head FROM chain_heads WHERE log = TG_TABLE_NAME AND chain = NEW.chain FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := chain_hash(NEW.prev_hash, NEW.chain, NEW.seq, NEW.at, NEW.account_id, NEW.action, NEW.subject_type, NEW.subject_id, NEW.unit_id, NEW.detail);
  UPDATE chain_heads SET seq = NEW.seq, hash = NEW.hash WHERE log = TG_TABLE_NAME AND chain = NEW.chain;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_log_chain BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION append_chained();
CREATE TRIGGER read_log_chain BEFORE INSERT ON read_log FOR EACH ROW EXECUTE FUNCTION append_chained();
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
CREATE TRIGGER audit_log_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER read_log_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON read_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER member_events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON member_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The second lock. A transaction names its viewer by set_config('app.account', …, true); these answer from the same grants as the door.
CREATE FUNCTION viewer_account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;
CREATE FUNCTION today_vn() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) $$;
CREATE FUNCTION viewer_grants(wanted text) RETURNS TABLE (unit_id uuid, reach text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT h.unit_id, p.reach FROM offices_held h
  JOIN accounts a ON a.id = h.account_id AND a.disabled_at IS NULL
  JOIN office_permissions p ON p.office = h.office AND p.permission = wanted
  WHERE h.account_id = viewer_account()
    AND h.held_from <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND (h.held_to IS NULL OR h.held_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;
CREATE FUNCTION viewer_has(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM viewer_grants(wanted)) $$;
CREATE FUNCTION viewer_everywhere(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM viewer_grants(wanted) g JOIN units u ON u.id = g.unit_id WHERE g.reach = 'subtree' AND u.parent_id IS NULL) $$;
CREATE FUNCTION viewer_units(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT t.unit_id FROM viewer_grants(wanted) g
  JOIN unit_tree t ON t.ancestor_id = g.unit_id AND (g.reach = 'subtree' OR t.depth = 0) $$;
CREATE FUNCTION account_name(wanted uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT full_name FROM accounts WHERE id = wanted $$;
-- For an import: is the number on somebody's card, and may this viewer know whose?
CREATE FUNCTION card_holders(numbers text[]) RETURNS TABLE (card_number text, member_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.card_number, CASE WHEN viewer_everywhere('member.read') OR m.cell_id IN (SELECT viewer_units('member.read')) THEN m.id END
  FROM members m WHERE m.card_number = ANY (numbers) AND viewer_has('member.import') $$;
--> statement-breakpoint
DO $$
DECLARE guarded record;
BEGIN
  FOR guarded IN SELECT * FROM (VALUES
    ('members', 'cell_id', 'member.read'), ('member_sensitive', 'cell_id', 'member.read'), ('member_name_parts', 'cell_id', 'member.read'),
    ('imports', 'unit_id', 'member.import'), ('import_rows', 'unit_id', 'member.import'),
    ('meetings', 'cell_id', 'minutes.read'), ('attendance', 'cell_id', 'minutes.read'), ('opinions', 'cell_id', 'minutes.read'),
    ('resolutions', 'cell_id', 'minutes.read'), ('assignments', 'cell_id', 'minutes.read'),
    ('unit_months', 'cell_id', 'unit.read'), ('unit_officers', 'unit_id', 'unit.read'), ('briefings', 'unit_id', 'briefing.read')
  ) AS t (tab, col, permission) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded.tab, guarded.tab);
    EXECUTE format('CREATE POLICY %I ON %I USING ((SELECT viewer_everywhere(%L)) OR %I IN (SELECT viewer_units(%L)))',
      guarded.tab || '_reach', guarded.tab, guarded.permission, guarded.col, guarded.permission);
  END LOOP;
END $$;
-- An event belongs to the books of both cells that it moves between.
ALTER TABLE member_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_events FORCE ROW LEVEL SECURITY;
CREATE POLICY member_events_reach ON member_events USING (
  (SELECT viewer_everywhere('member.read')) OR cell_id IN (SELECT viewer_units('member.read')) OR from_cell_id IN (SELECT viewer_units('member.read')));
ALTER TABLE briefing_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE briefing_figures FORCE ROW LEVEL SECURITY;
CREATE POLICY briefing_figures_reach ON briefing_figures USING (briefing_id IN (SELECT id FROM briefings));
-- Accounts: the door itself (app.door), the administrator, and each person their own.
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts_reach ON accounts USING (current_setting('app.door', true) = 'on' OR id = viewer_account() OR (SELECT viewer_has('account.manage')));
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_append ON audit_log FOR INSERT WITH CHECK (true);
CREATE POLICY audit_log_inspect ON audit_log FOR SELECT USING ((SELECT viewer_has('audit.read')));
ALTER TABLE read_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE read_log FORCE ROW LEVEL SECURITY;
CREATE POLICY read_log_append ON read_log FOR INSERT WITH CHECK (true);
CREATE POLICY read_log_inspect ON read_log FOR SELECT USING ((SELECT viewer_has('audit.read')));
-- The owner runs the migrations, the rebuild and the functions above; under forced row security it needs a policy of its own.
DO $$
DECLARE guarded text;
BEGIN
  FOR guarded IN SELECT relname FROM pg_class WHERE relforcerowsecurity LOOP
    EXECUTE format('CREATE POLICY owner ON %I TO %I USING (true) WITH CHECK (true)', guarded, current_user);
  END LOOP;
END $$;
--> statement-breakpoint
-- Opens the month rows of every living cell up to the given month: stock carried on, a regular meeting owed.
CREATE FUNCTION open_months(upto date) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE opened integer;
BEGIN
  INSERT INTO unit_months (cell_id, committee_id, month, stock, expected)
  SELECT u.id, u.committee_id, m.month::date, coalesce(l.stock, 0),
    CASE WHEN (u.closed_on IS NULL OR u.closed_on >= m.month + interval '1 month') AND u.founded_on < m.month + interval '1 month' THEN 1 ELSE 0 END
  FROM units u
  LEFT JOIN LATERAL (SELECT month, stock FROM unit_months x WHERE x.cell_id = u.id ORDER BY month DESC LIMIT 1) l ON true
  CROSS JOIN LATERAL generate_series(coalesce(l.month + interval '1 month', date_trunc('month', u.founded_on)), date_trunc('month', upto), interval '1 month') AS m(month)
  WHERE u.is_cell AND (u.closed_on IS NULL OR m.month <= u.closed_on)
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS opened = ROW_COUNT;
  RETURN opened;
END $$;
--> statement-breakpoint
-- For an event before a cell's first open month (an old admission entered late) and for cells not yet opened: their months from then to today.
CREATE FUNCTION open_cell_months(cells uuid[], since date, upto date) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO unit_months (cell_id, committee_id, month, stock, expected)
  SELECT u.id, u.committee_id, m.month::date,
    coalesce((SELECT x.stock FROM unit_months x WHERE x.cell_id = u.id AND x.month < m.month ORDER BY x.month DESC LIMIT 1), 0),
    CASE WHEN (u.closed_on IS NULL OR u.closed_on >= m.month + interval '1 month') AND u.founded_on < m.month + interval '1 month' THEN 1 ELSE 0 END
  FROM units u CROSS JOIN LATERAL generate_series(date_trunc('month', since), date_trunc('month', upto), interval '1 month') AS m(month)
  WHERE u.id = ANY (cells) AND u.is_cell
  ON CONFLICT DO NOTHING;
$$;
