-- Changing is a narrower right than reading: the second lock asks for each by itself, so that it holds alone for both.
CREATE FUNCTION viewer_grants_any(wanted text[]) RETURNS TABLE (unit_id uuid, reach text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.unit_id, p.reach FROM offices_held h
  JOIN accounts a ON a.id = h.account_id AND a.disabled_at IS NULL
  JOIN office_permissions p ON p.office = h.office AND p.permission = ANY (wanted)
  WHERE h.account_id = viewer_account()
    AND h.held_from <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND (h.held_to IS NULL OR h.held_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;
CREATE FUNCTION viewer_everywhere_any(wanted text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM viewer_grants_any(wanted) g JOIN units u ON u.id = g.unit_id WHERE g.reach = 'subtree' AND u.parent_id IS NULL) $$;
CREATE FUNCTION viewer_units_any(wanted text[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT t.unit_id FROM viewer_grants_any(wanted) g
  JOIN unit_tree t ON t.ancestor_id = g.unit_id AND (g.reach = 'subtree' OR t.depth = 0) $$;
--> statement-breakpoint
DO $$
DECLARE guarded record; reading text; writing text;
BEGIN
  FOR guarded IN SELECT * FROM (VALUES
    ('members', 'cell_id', '{member.read}', '{member.edit,member.event,member.import}'),
    -- Who moves or edits a person must find this part of the record too, else it would stay behind.
    ('member_sensitive', 'cell_id', '{member.sensitive,member.edit,member.event,member.import}', '{member.edit,member.event,member.import}'),
    ('member_name_parts', 'cell_id', '{member.read}', '{member.edit,member.event,member.import}'),
    ('meetings', 'cell_id', '{minutes.read}', '{minutes.write,minutes.accept}'),
    ('attendance', 'cell_id', '{minutes.read}', '{minutes.write,minutes.accept}'),
    ('opinions', 'cell_id', '{minutes.read}', '{minutes.write,minutes.accept}'),
    ('resolutions', 'cell_id', '{minutes.read}', '{minutes.write,minutes.accept}'),
    ('assignments', 'cell_id', '{minutes.read}', '{minutes.write,minutes.accept}'),
    ('unit_months', 'cell_id', '{unit.read}', '{minutes.write,minutes.accept,member.edit,member.event,member.import,unit.change}'),
    ('unit_officers', 'unit_id', '{unit.read}', '{unit.change}'),
    ('briefings', 'unit_id', '{briefing.read}', '{briefing.freeze}')
  ) AS t (tab, col, reads, writes) LOOP
    reading := format('(SELECT viewer_everywhere_any(%L)) OR %I IN (SELECT viewer_units_any(%L))', guarded.reads, guarded.col, guarded.reads);
    writing := format('(SELECT viewer_everywhere_any(%L)) OR %I IN (SELECT viewer_units_any(%L))', guarded.writes, guarded.col, guarded.writes);
    -- Reading stays as it was where one right stands for it.
    IF guarded.tab = 'member_sensitive' THEN
      EXECUTE format('DROP POLICY %I ON %I; CREATE POLICY %I ON %I FOR SELECT USING (%s)', guarded.tab || '_reach', guarded.tab, guarded.tab || '_read', guarded.tab, reading);
    ELSE
      EXECUTE format('DROP POLICY %I ON %I; CREATE POLICY %I ON %I FOR SELECT USING ((SELECT viewer_everywhere(%L)) OR %I IN (SELECT viewer_units(%L)))',
        guarded.tab || '_reach', guarded.tab, guarded.tab || '_read', guarded.tab, trim(guarded.reads, '{}'), guarded.col, trim(guarded.reads, '{}'));
    END IF;
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', guarded.tab || '_add', guarded.tab, writing);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s)', guarded.tab || '_change', guarded.tab, writing);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', guarded.tab || '_remove', guarded.tab, writing);
  END LOOP;
END $$;
DROP POLICY member_events_reach ON member_events;
CREATE POLICY member_events_read ON member_events FOR SELECT USING (
  (SELECT viewer_everywhere('member.read')) OR cell_id IN (SELECT viewer_units('member.read')) OR from_cell_id IN (SELECT viewer_units('member.read')));
CREATE POLICY member_events_add ON member_events FOR INSERT WITH CHECK (
  (SELECT viewer_everywhere_any('{member.edit,member.event,member.import}')) OR cell_id IN (SELECT viewer_units_any('{member.edit,member.event,member.import}'))
  OR from_cell_id IN (SELECT viewer_units_any('{member.edit,member.event,member.import}')));
DROP POLICY briefing_figures_reach ON briefing_figures;
CREATE POLICY briefing_figures_read ON briefing_figures FOR SELECT USING (briefing_id IN (SELECT id FROM briefings));
CREATE POLICY briefing_figures_write ON briefing_figures USING (briefing_id IN (
  SELECT b.id FROM briefings b WHERE (SELECT viewer_everywhere('briefing.freeze')) OR b.unit_id IN (SELECT viewer_units('briefing.freeze'))));
--> statement-breakpoint
-- The names of organizations, their targets, the rules and who holds which office are open to read; changing them is not.
DO $$
DECLARE guarded record;
BEGIN
  FOR guarded IN SELECT * FROM (VALUES
    ('targets', 'target.set', 'unit_id'), ('offices_held', 'account.manage', 'unit_id'), ('import_mappings', 'member.import', 'unit_id'),
    ('units', 'unit.change', 'parent_id'), ('unit_placements', 'unit.change', 'parent_id')
  ) AS t (tab, permission, col) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded.tab, guarded.tab);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', guarded.tab || '_read', guarded.tab);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT viewer_everywhere(%L)) OR %I IN (SELECT viewer_units(%L)))',
      guarded.tab || '_add', guarded.tab, guarded.permission, guarded.col, guarded.permission);
    -- A unit is locked, not changed, by who founds another below it or gives it a target; its change is the parent's to decide.
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT viewer_everywhere_any(%L)) OR %I IN (SELECT viewer_units_any(%L))) WITH CHECK ((SELECT viewer_everywhere(%L)) OR %I IN (SELECT viewer_units(%L)))',
      guarded.tab || '_change', guarded.tab, CASE guarded.tab WHEN 'units' THEN '{unit.change,target.set}' ELSE format('{%s}', guarded.permission) END,
      CASE guarded.tab WHEN 'units' THEN 'id' ELSE guarded.col END, CASE guarded.tab WHEN 'units' THEN '{unit.change,target.set}' ELSE format('{%s}', guarded.permission) END,
      guarded.permission, guarded.col, guarded.permission);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING ((SELECT viewer_everywhere(%L)) OR %I IN (SELECT viewer_units(%L)))',
      guarded.tab || '_remove', guarded.tab, guarded.permission, guarded.col, guarded.permission);
  END LOOP;
  FOR guarded IN SELECT unnest(ARRAY['unit_tree', 'unit_changes', 'unit_change_links', 'rule_sets', 'office_settings']) AS tab LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded.tab, guarded.tab);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', guarded.tab || '_read', guarded.tab);
  END LOOP;
END $$;
CREATE POLICY unit_tree_add ON unit_tree FOR INSERT WITH CHECK ((SELECT viewer_everywhere('unit.change'))
  OR unit_id IN (SELECT u.id FROM units u WHERE u.parent_id IN (SELECT viewer_units('unit.change'))));
CREATE POLICY unit_changes_add ON unit_changes FOR INSERT WITH CHECK ((SELECT viewer_has('unit.change')));
CREATE POLICY unit_change_links_add ON unit_change_links FOR INSERT WITH CHECK ((SELECT viewer_everywhere('unit.change'))
  OR coalesce(predecessor_id, successor_id) IN (SELECT u.id FROM units u WHERE u.parent_id IN (SELECT viewer_units('unit.change'))));
CREATE POLICY rule_sets_add ON rule_sets FOR INSERT WITH CHECK ((SELECT viewer_everywhere('rule.change')));
CREATE POLICY office_settings_write ON office_settings USING ((SELECT viewer_everywhere('account.manage')));
--> statement-breakpoint
-- Accounts and the logs show who did what where: the reach of the office holds for them as for every other book.
DROP POLICY accounts_reach ON accounts;
CREATE POLICY accounts_reach ON accounts USING (current_setting('app.door', true) = 'on' OR id = viewer_account()
  OR (SELECT viewer_everywhere('account.manage'))
  OR (SELECT viewer_has('account.manage')) AND NOT EXISTS (
    SELECT 1 FROM offices_held h WHERE h.account_id = accounts.id AND h.unit_id NOT IN (SELECT viewer_units('account.manage'))));
DROP POLICY audit_log_inspect ON audit_log;
CREATE POLICY audit_log_inspect ON audit_log FOR SELECT USING ((SELECT viewer_everywhere('audit.read')) OR unit_id IN (SELECT viewer_units('audit.read')));
DROP POLICY read_log_inspect ON read_log;
CREATE POLICY read_log_inspect ON read_log FOR SELECT USING ((SELECT viewer_everywhere('audit.read')) OR unit_id IN (SELECT viewer_units('audit.read')));
DO $$
DECLARE guarded text;
BEGIN
  FOR guarded IN SELECT c.relname FROM pg_class c WHERE c.relforcerowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner') LOOP
    EXECUTE format('CREATE POLICY owner ON %I TO %I USING (true) WITH CHECK (true)', guarded, current_user);
  END LOOP;
END $$;
