-- Seats of a title change places with all who ever held them, before the higher ones are taken away: the days of every holding stay as they are. By way of
-- negative numbers, so that no two holdings meet in between. Asked of whoever changes the title, who need not reach the files of its holders.
CREATE FUNCTION exchange_seats(post uuid, above integer[], below integer[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM posts p WHERE p.id = post
      AND (viewer_everywhere('post.change') OR p.managing_unit_id IN (SELECT viewer_units('post.change')))) THEN
    RAISE EXCEPTION 'the title is out of reach' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE appointments SET seat = -seat WHERE post_id = post AND seat = ANY (above || below);
  UPDATE appointments a SET seat = x.onto FROM unnest(above || below, below || above) AS x(seat, onto) WHERE a.post_id = post AND a.seat = -x.seat;
END $$;
-- A seat that the title no longer has is not given back to whoever comes back into the book of members.
CREATE OR REPLACE FUNCTION members_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
        AND a.seat <= (SELECT p.seats FROM posts p WHERE p.id = a.post_id)
        AND NOT EXISTS (SELECT FROM appointments x WHERE x.post_id = a.post_id AND x.seat = a.seat AND NOT x.reversed AND x.from_on >= a.ended_on) LOOP
      INSERT INTO appointment_events (id, appointment_id, kind, effective_on, reverses_id)
      VALUES (gen_random_uuid(), held.id, 'reversal', today_vn(), held.event);
      UPDATE appointments SET ended_on = NULL, end_kind = NULL, version = version + 1 WHERE id = held.id;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
