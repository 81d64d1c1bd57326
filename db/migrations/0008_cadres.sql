CREATE TABLE "appointment_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"appointment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"end_kind" text,
	"effective_on" date NOT NULL,
	"term_ends_on" date,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"signer" text,
	"reason" text,
	"procedure_id" uuid,
	"rotation_id" uuid,
	"reverses_id" uuid,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"seat" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"concurrent" boolean DEFAULT false NOT NULL,
	"from_on" date NOT NULL,
	"term_ends_on" date,
	"ended_on" date,
	"end_kind" text,
	"reversed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cadre_awards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"year" integer NOT NULL,
	"form" text NOT NULL,
	"issuer" text,
	"decision_number" text
);
--> statement-breakpoint
CREATE TABLE "cadre_disciplines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"form" text NOT NULL,
	"decided_on" date NOT NULL,
	"ends_on" date,
	"issuer" text,
	"decision_number" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "cadre_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_month" text NOT NULL,
	"to_month" text,
	"words" text NOT NULL,
	"level" text
);
--> statement-breakpoint
CREATE TABLE "cadre_trainings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cadre_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"school" text,
	"from_month" text,
	"to_month" text,
	"form" text,
	"certificate" text,
	"valid_to" date,
	"class_id" uuid
);
--> statement-breakpoint
CREATE TABLE "cadres" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"full_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"female" boolean NOT NULL,
	"born" text NOT NULL,
	"home_place" text,
	"minority" boolean DEFAULT false NOT NULL,
	"serving" boolean DEFAULT true NOT NULL,
	"file_number" text,
	"other_name" text,
	"theory" text DEFAULT 'none' NOT NULL,
	"professional" text DEFAULT 'none' NOT NULL,
	"specialty" text,
	"administration" text DEFAULT 'none' NOT NULL,
	"defence" integer,
	"academic_title" text,
	"language" text,
	"informatics" text,
	"recruited_on" text,
	"recruited_by" text,
	"former_occupation" text,
	"joined_agency_on" text,
	"union_joined_on" text,
	"enlisted_on" text,
	"discharged_on" text,
	"military_rank" text,
	"main_work" text,
	"longest_work" text,
	"strengths" text,
	"honours" text,
	"civil_rank" text,
	"civil_step" text,
	"civil_coefficient" text,
	"civil_since" text,
	"health_checked_on" date,
	"resume_certified_on" date,
	"retirement_rule" text DEFAULT 'normal' NOT NULL,
	"retirement_date" date,
	"retirement_basis" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personnel_pauses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text NOT NULL,
	"exceptions" text,
	"decision_number" text,
	"version" integer DEFAULT 1 NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_seats" (
	"post_id" uuid NOT NULL,
	"seat" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"appointment_id" uuid,
	"held_since" date,
	"term_ends_on" date,
	"free_from" date,
	"free_before" date,
	CONSTRAINT "post_seats_post_id_seat_pk" PRIMARY KEY("post_id","seat")
);
--> statement-breakpoint
CREATE TABLE "post_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"snapshot" jsonb NOT NULL,
	"decision_number" text,
	"decision_date" date,
	"issuer" text,
	"reason" text,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"sort_key" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"managing_unit_id" uuid NOT NULL,
	"system" text NOT NULL,
	"level" text NOT NULL,
	"tier" text NOT NULL,
	"rank" text NOT NULL,
	"elected" boolean NOT NULL,
	"body" boolean DEFAULT false NOT NULL,
	"grade" integer NOT NULL,
	"seats" integer NOT NULL,
	"allowance" numeric,
	"outsider" boolean DEFAULT false NOT NULL,
	"standards" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appointment_events" ADD CONSTRAINT "appointment_events_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadre_awards" ADD CONSTRAINT "cadre_awards_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadre_disciplines" ADD CONSTRAINT "cadre_disciplines_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadre_history" ADD CONSTRAINT "cadre_history_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadre_trainings" ADD CONSTRAINT "cadre_trainings_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadres" ADD CONSTRAINT "cadres_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadres" ADD CONSTRAINT "cadres_managing_unit_id_units_id_fk" FOREIGN KEY ("managing_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personnel_pauses" ADD CONSTRAINT "personnel_pauses_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_seats" ADD CONSTRAINT "post_seats_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_managing_unit_id_units_id_fk" FOREIGN KEY ("managing_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_events_appointment" ON "appointment_events" USING btree ("appointment_id","effective_on");--> statement-breakpoint
CREATE INDEX "appointment_events_effective" ON "appointment_events" USING btree ("effective_on");--> statement-breakpoint
CREATE INDEX "appointment_events_reverses" ON "appointment_events" USING btree ("reverses_id");--> statement-breakpoint
CREATE INDEX "appointment_events_procedure" ON "appointment_events" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "appointment_events_rotation" ON "appointment_events" USING btree ("rotation_id");--> statement-breakpoint
CREATE INDEX "appointments_cadre" ON "appointments" USING btree ("cadre_id","from_on");--> statement-breakpoint
CREATE INDEX "appointments_post" ON "appointments" USING btree ("post_id","seat","from_on");--> statement-breakpoint
CREATE INDEX "appointments_managing" ON "appointments" USING btree ("managing_unit_id","term_ends_on");--> statement-breakpoint
CREATE INDEX "appointments_term" ON "appointments" USING btree ("term_ends_on");--> statement-breakpoint
CREATE INDEX "cadre_awards_cadre" ON "cadre_awards" USING btree ("cadre_id","year");--> statement-breakpoint
CREATE INDEX "cadre_disciplines_cadre" ON "cadre_disciplines" USING btree ("cadre_id","decided_on");--> statement-breakpoint
CREATE INDEX "cadre_history_cadre" ON "cadre_history" USING btree ("cadre_id","from_month");--> statement-breakpoint
CREATE INDEX "cadre_trainings_cadre" ON "cadre_trainings" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "cadre_trainings_valid" ON "cadre_trainings" USING btree ("valid_to");--> statement-breakpoint
CREATE INDEX "cadres_managing_sort" ON "cadres" USING btree ("managing_unit_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "cadres_sort" ON "cadres" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "personnel_pauses_unit" ON "personnel_pauses" USING btree ("unit_id","from_on");--> statement-breakpoint
CREATE INDEX "post_versions_post" ON "post_versions" USING btree ("post_id","valid_from");--> statement-breakpoint
CREATE INDEX "posts_unit" ON "posts" USING btree ("unit_id","sort_key");--> statement-breakpoint
CREATE INDEX "posts_managing" ON "posts" USING btree ("managing_unit_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "posts_grade" ON "posts" USING btree ("grade");
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE posts ALTER COLUMN sort_key TYPE text COLLATE "C",
  ADD CONSTRAINT posts_seats CHECK (seats BETWEEN 1 AND 200);
ALTER TABLE cadres ALTER COLUMN sort_key TYPE text COLLATE "C", ALTER COLUMN born TYPE text COLLATE "C",
  ADD CONSTRAINT cadres_member UNIQUE (member_id), ADD CONSTRAINT cadres_managed UNIQUE (id, managing_unit_id);
ALTER TABLE posts ADD CONSTRAINT posts_code UNIQUE (code), ADD CONSTRAINT posts_managed UNIQUE (id, managing_unit_id);
-- A seat has one holder on each day.
ALTER TABLE appointments
  ADD CONSTRAINT appointments_days CHECK (ended_on IS NULL OR ended_on >= from_on),
  ADD CONSTRAINT appointments_one_holder EXCLUDE USING gist (post_id WITH =, seat WITH =, daterange(from_on, ended_on) WITH &&) WHERE (NOT reversed);
CREATE UNIQUE INDEX appointment_events_reversed_once ON appointment_events (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE TRIGGER appointment_events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON appointment_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER post_versions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON post_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The second lock of a table by one unit column: who may read, and who may change. The owner keeps a policy of its own.
CREATE FUNCTION guard_table(tab text, col text, reads text[], writes text[]) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  reading text := format('(SELECT viewer_everywhere_any(%L)) OR %I IN (SELECT viewer_units_any(%L))', reads, col, reads);
  writing text := format('(SELECT viewer_everywhere_any(%L)) OR %I IN (SELECT viewer_units_any(%L))', writes, col, writes);
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab, tab);
  EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', tab || '_read', tab, reading);
  EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', tab || '_add', tab, writing);
  EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s)', tab || '_change', tab, writing);
  EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', tab || '_remove', tab, writing);
  EXECUTE format('CREATE POLICY owner ON %I TO %I USING (true) WITH CHECK (true)', tab, current_user);
END $$;
-- Its managing unit follows the cadre's.
CREATE FUNCTION follow_cadre(tab text) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (cadre_id, managing_unit_id) REFERENCES cadres (id, managing_unit_id) ON UPDATE CASCADE',
    tab, tab || '_managed');
END $$;
DO $$
DECLARE tab text;
BEGIN
  PERFORM guard_table('cadres', 'managing_unit_id', '{cadre.read}', '{cadre.edit,appointment.decide,succession.write,procedure.write}');
  FOREACH tab IN ARRAY ARRAY['cadre_history', 'cadre_trainings', 'cadre_awards', 'cadre_disciplines'] LOOP
    PERFORM guard_table(tab, 'managing_unit_id', '{cadre.read}', '{cadre.edit,training.write}');
    PERFORM follow_cadre(tab);
  END LOOP;
  PERFORM guard_table('appointments', 'managing_unit_id', '{cadre.read}', '{appointment.decide}');
  PERFORM follow_cadre('appointments');
  FOREACH tab IN ARRAY ARRAY['posts', 'post_seats', 'post_versions', 'appointment_events', 'personnel_pauses'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab, tab);
    EXECUTE format('CREATE POLICY owner ON %I TO %I USING (true) WITH CHECK (true)', tab, current_user);
  END LOOP;
END $$;
-- A title is seen where it stands and by whoever manages it; only the latter changes the catalogue.
CREATE POLICY posts_read ON posts FOR SELECT USING ((SELECT viewer_everywhere('post.read'))
  OR managing_unit_id IN (SELECT viewer_units('post.read')) OR unit_id IN (SELECT viewer_units('post.read')));
CREATE POLICY posts_add ON posts FOR INSERT WITH CHECK ((SELECT viewer_everywhere('post.change')) OR managing_unit_id IN (SELECT viewer_units('post.change')));
CREATE POLICY posts_change ON posts FOR UPDATE USING ((SELECT viewer_everywhere('post.change')) OR managing_unit_id IN (SELECT viewer_units('post.change')));
CREATE POLICY post_seats_read ON post_seats FOR SELECT USING ((SELECT viewer_everywhere('post.read'))
  OR managing_unit_id IN (SELECT viewer_units('post.read')) OR unit_id IN (SELECT viewer_units('post.read')));
CREATE POLICY post_versions_read ON post_versions FOR SELECT USING (post_id IN (SELECT id FROM posts));
CREATE POLICY post_versions_add ON post_versions FOR INSERT WITH CHECK (post_id IN (SELECT p.id FROM posts p
  WHERE (SELECT viewer_everywhere('post.change')) OR p.managing_unit_id IN (SELECT viewer_units('post.change'))));
CREATE POLICY appointment_events_read ON appointment_events FOR SELECT USING (EXISTS (SELECT FROM appointments a WHERE a.id = appointment_id));
CREATE POLICY appointment_events_add ON appointment_events FOR INSERT WITH CHECK (
  (SELECT viewer_has('appointment.decide')) AND EXISTS (SELECT FROM appointments a WHERE a.id = appointment_id));
-- A pause decided above holds below: everyone reads it.
CREATE POLICY personnel_pauses_read ON personnel_pauses FOR SELECT USING (true);
CREATE POLICY personnel_pauses_add ON personnel_pauses FOR INSERT WITH CHECK ((SELECT viewer_everywhere('post.change')) OR unit_id IN (SELECT viewer_units('post.change')));
CREATE POLICY personnel_pauses_change ON personnel_pauses FOR UPDATE USING ((SELECT viewer_everywhere('post.change')) OR unit_id IN (SELECT viewer_units('post.change')));
--> statement-breakpoint
-- The seats of a title as its catalogue and the appointments say them, whoever changed either.
CREATE FUNCTION refresh_seats(post uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO post_seats (post_id, seat, unit_id, managing_unit_id, appointment_id, held_since, term_ends_on, free_from, free_before)
  SELECT p.id, s.seat, p.unit_id, p.managing_unit_id, last.id, last.from_on, last.term_ends_on,
    CASE WHEN last.id IS NULL THEN p.valid_from ELSE last.ended_on END, coalesce(before.ended_on, p.valid_from)
  FROM posts p CROSS JOIN LATERAL generate_series(1, p.seats) AS s(seat)
  LEFT JOIN LATERAL (SELECT a.id, a.from_on, a.term_ends_on, a.ended_on FROM appointments a
    WHERE a.post_id = p.id AND a.seat = s.seat AND NOT a.reversed ORDER BY a.from_on DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT a.ended_on FROM appointments a
    WHERE a.post_id = p.id AND a.seat = s.seat AND NOT a.reversed AND a.from_on < last.from_on ORDER BY a.from_on DESC LIMIT 1) before ON true
  WHERE p.id = post
  ON CONFLICT (post_id, seat) DO UPDATE SET unit_id = excluded.unit_id, managing_unit_id = excluded.managing_unit_id,
    appointment_id = excluded.appointment_id, held_since = excluded.held_since, term_ends_on = excluded.term_ends_on,
    free_from = excluded.free_from, free_before = excluded.free_before;
  DELETE FROM post_seats x USING posts p WHERE x.post_id = post AND p.id = post AND x.seat > p.seats;
$$;
-- The highest of the titles held decides who manages the person; who holds none stays with the last one held.
CREATE FUNCTION refresh_cadre(wanted uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE cadres c SET managing_unit_id = h.managing_unit_id, tier = h.tier
  FROM (SELECT p.managing_unit_id, p.tier FROM appointments a JOIN posts p ON p.id = a.post_id
    CROSS JOIN LATERAL (SELECT a.ended_on IS NULL OR a.ended_on > today_vn() AS held) n
    WHERE a.cadre_id = wanted AND NOT a.reversed
    ORDER BY n.held DESC, CASE WHEN n.held THEN array_position(ARRAY['central', 'province', 'committee'], p.tier) END, a.ended_on DESC, a.from_on LIMIT 1) h
  WHERE c.id = wanted AND (c.managing_unit_id, c.tier) IS DISTINCT FROM (h.managing_unit_id, h.tier);
$$;
CREATE FUNCTION posts_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE holder uuid;
BEGIN
  PERFORM refresh_seats(NEW.id);
  IF TG_OP = 'UPDATE' AND (NEW.tier, NEW.managing_unit_id) IS DISTINCT FROM (OLD.tier, OLD.managing_unit_id) THEN
    FOR holder IN SELECT DISTINCT cadre_id FROM appointments WHERE post_id = NEW.id AND NOT reversed LOOP PERFORM refresh_cadre(holder); END LOOP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER posts_changed AFTER INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION posts_changed();
CREATE FUNCTION appointments_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refresh_seats(NEW.post_id);
  PERFORM refresh_cadre(NEW.cadre_id);
  RETURN NULL;
END $$;
CREATE TRIGGER appointments_changed AFTER INSERT OR UPDATE OF from_on, term_ends_on, ended_on, reversed, post_id, seat ON appointments
  FOR EACH ROW EXECUTE FUNCTION appointments_changed();
-- Who leaves the book of members leaves their titles the same day; an entry taken back gives them back where the seat is still free.
CREATE FUNCTION members_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE person cadres; held record;
BEGIN
  UPDATE cadres SET full_name = NEW.full_name, sort_key = NEW.sort_key, female = NEW.female, born = NEW.born, home_place = NEW.home_place,
    serving = NEW.status <> 'left' WHERE member_id = NEW.id RETURNING * INTO person;
  IF person.id IS NULL OR (OLD.status = 'left') = (NEW.status = 'left') THEN RETURN NULL; END IF;
  IF NEW.status = 'left' THEN
    FOR held IN SELECT * FROM appointments WHERE cadre_id = person.id AND NOT reversed AND (ended_on IS NULL OR ended_on > coalesce(NEW.left_on, today_vn())) LOOP
      INSERT INTO appointment_events (id, appointment_id, kind, end_kind, effective_on)
      VALUES (gen_random_uuid(), held.id, 'ended', 'member_left', greatest(held.from_on, coalesce(NEW.left_on, today_vn())));
      UPDATE appointments SET ended_on = greatest(from_on, coalesce(NEW.left_on, today_vn())), end_kind = 'member_left', version = version + 1 WHERE id = held.id;
    END LOOP;
  ELSE
    FOR held IN SELECT a.*, e.id AS event FROM appointments a JOIN appointment_events e ON e.appointment_id = a.id
      WHERE a.cadre_id = person.id AND NOT a.reversed AND a.end_kind = 'member_left' AND e.end_kind = 'member_left'
        AND NOT EXISTS (SELECT FROM appointment_events r WHERE r.reverses_id = e.id)
        AND NOT EXISTS (SELECT FROM appointments x WHERE x.post_id = a.post_id AND x.seat = a.seat AND NOT x.reversed AND x.from_on >= a.ended_on) LOOP
      INSERT INTO appointment_events (id, appointment_id, kind, effective_on, reverses_id)
      VALUES (gen_random_uuid(), held.id, 'reversal', today_vn(), held.event);
      UPDATE appointments SET ended_on = NULL, end_kind = NULL, version = version + 1 WHERE id = held.id;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER members_changed AFTER UPDATE OF status, full_name, sort_key, female, born, home_place ON members
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION members_changed();
