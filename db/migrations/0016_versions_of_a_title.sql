-- Asked of the one title, not of the whole catalogue.
DROP POLICY post_versions_read ON post_versions;
CREATE POLICY post_versions_read ON post_versions FOR SELECT USING (EXISTS (SELECT FROM posts p WHERE p.id = post_id));
DROP POLICY post_versions_add ON post_versions;
CREATE POLICY post_versions_add ON post_versions FOR INSERT WITH CHECK (EXISTS (SELECT FROM posts p WHERE p.id = post_id
  AND ((SELECT viewer_everywhere('post.change')) OR p.managing_unit_id IN (SELECT viewer_units('post.change')))));
