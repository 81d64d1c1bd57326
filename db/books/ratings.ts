/** The level that stands on a rating is that of its last decision; a class in a file was finished by its holder. For check-books. */
export const RATING_CHECKS = [
  {
    name: 'xếp loại = quyết định sau cùng',
    sql: `select r.id::text as place, coalesce(r.level, 'chưa') as stored, coalesce(d.level, 'chưa') as replayed
      from ratings r left join lateral (select level from rating_decisions d where d.rating_id = r.id order by d.entered_at desc, d.id desc limit 1) d on true
      where r.level is distinct from d.level`,
  },
  {
    name: 'nhóm xếp loại đã quyết định = mọi dòng có mức',
    sql: `select g.name || ' ' || g.year as place, case when g.decided_at is null then 'dự thảo' else 'đã quyết định' end as stored,
        count(r.level) || '/' || count(*) || ' dòng có mức' as replayed
      from rating_groups g join ratings r on r.group_id = g.id group by g.id having (g.decided_at is not null and count(r.level) < count(*)) or (g.decided_at is null and count(r.level) > 0)`,
  },
  {
    name: 'hồ sơ đào tạo = lượt học hoàn thành',
    sql: `select c.full_name as place, x.name as stored, coalesce(t.result, 'không có lượt học') as replayed
      from cadre_trainings x join cadres c on c.id = x.cadre_id left join training_turns t on t.class_id = x.class_id and t.member_id = c.member_id
      where x.class_id is not null and coalesce(t.result, '') not in ('passed', 'distinction')`,
  },
] as const;
