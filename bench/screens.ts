import type pg from 'pg';

/** Who and what the screens are asked for: people and units of the large province, by what they stand for. */
export type Known = {
  chuyenvien: string;
  canbo: string;
  bithu: string;
  province: string;
  committee: string;
  cell: string;
  member: string;
  draft: string;
  month: string;
  quarter: string;
  cadre: string;
  campaign: string;
};

/** floor: the statements that answer the screen's question at the least, without rights, words or comforts. */
export type Screen = {
  name: string;
  user: 'chuyenvien' | 'canbo' | 'bithu';
  path: string;
  aim: { p50: number; p95: number };
  floor: [text: string, values: unknown[]][];
};

const ORDINARY = { p50: 8, p95: 20 };
const PERSON_ROW =
  'select m.id, m.full_name, m.female, m.born, u.short_name, m.joined, m.official, m.card_number, m.status, m.exempt, m.away from members m join units u on u.id = m.cell_id';

export function screens(known: Known): Screen[] {
  const { chuyenvien, canbo, bithu, committee, cell, member, draft, month, province } = known;
  const who = (account: string): Screen['floor'][number] => [
    'select s.id, a.full_name, h.office, u.id, u.name from sessions s join accounts a on a.id = s.account_id join offices_held h on h.account_id = a.id join units u on u.id = h.unit_id where s.account_id = $1 limit 1',
    [account],
  ];
  const place = (unit: string): Screen['floor'][number] => [
    'select u.*, (select array_agg(a.short_name order by t.depth desc) from unit_tree t join units a on a.id = t.ancestor_id where t.unit_id = u.id) from units u where u.id = $1',
    [unit],
  ];
  const stock = (unit: string): Screen['floor'][number] =>
    unit === province
      ? ['select sum(stock) from committee_months where month = $1', [month]]
      : ['select sum(stock) from unit_months where month = $1 and committee_id = $2', [month, unit]];
  const page = `${PERSON_ROW} where m.status <> 'left'`;
  return [
    {
      name: 'list, province',
      user: 'chuyenvien',
      path: '/members',
      aim: ORDINARY,
      floor: [who(chuyenvien), place(province), [`${page} order by m.sort_key, m.id limit 51`, []], stock(province)],
    },
    {
      name: 'list, committee',
      user: 'chuyenvien',
      path: `/members?unit=${committee}`,
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        place(committee),
        [`${page} and m.committee_id = $1 order by m.sort_key, m.id limit 51`, [committee]],
        stock(committee),
        ['select id, short_name from units where committee_id = $1 and is_cell and closed_on is null', [committee]],
      ],
    },
    {
      name: 'search, province',
      user: 'chuyenvien',
      path: '/members?q=thanh%20hai',
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        place(province),
        [
          `${page} and m.id in (select member_id from member_name_parts where part >= 'thanh hai' and part < 'thanh hai\uffff') order by m.sort_key, m.id limit 51`,
          [],
        ],
        [
          "select count(*) from (select from member_name_parts where part >= 'thanh hai' and part < 'thanh hai\uffff' limit 1001) p",
          [],
        ],
      ],
    },
    {
      name: 'person',
      user: 'chuyenvien',
      path: `/members/${member}`,
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        [
          'select m.*, u.name, c.short_name from members m join units u on u.id = m.cell_id join units c on c.id = m.committee_id where m.id = $1',
          [member],
        ],
        [
          'select e.*, u.short_name from member_events e join units u on u.id = e.cell_id where e.member_id = $1 order by e.effective_on desc',
          [member],
        ],
        [
          "select count(*), count(*) filter (where code = 'present') from attendance where member_id = $1 and month > $2::date - interval '1 year'",
          [member, month],
        ],
      ],
    },
    {
      name: 'unit tree',
      user: 'chuyenvien',
      path: '/units',
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        [
          'select u.*, m.stock, m.cells from units u left join committee_months m on m.committee_id = u.id and m.month = $2 where u.parent_id = $1 order by u.sort_key',
          [province, month],
        ],
      ],
    },
    {
      name: 'unit',
      user: 'chuyenvien',
      path: `/units/${committee}`,
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        place(committee),
        stock(committee),
        ['select * from unit_officers where unit_id = $1', [committee]],
        ['select * from unit_placements where unit_id = $1', [committee]],
      ],
    },
    {
      name: 'meetings, province',
      user: 'chuyenvien',
      path: '/meetings',
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        place(province),
        [
          'select u.id, u.name, g.* from (select * from units where is_cell order by sort_key, id limit 51) u left join meetings g on g.cell_id = u.id and g.month = $1',
          [month],
        ],
        ['select sum(expected), sum(held), sum(late) from committee_months where month = $1', [month]],
      ],
    },
    {
      name: 'desk, secretary',
      user: 'bithu',
      path: '/',
      aim: ORDINARY,
      floor: [
        who(bithu),
        [
          'select m.*, g.id from unit_months m left join meetings g on g.cell_id = m.cell_id and g.month = m.month where m.cell_id = $1 order by m.month desc limit 2',
          [cell],
        ],
      ],
    },
    {
      name: 'desk, committee',
      user: 'canbo',
      path: '/',
      aim: ORDINARY,
      floor: [
        who(canbo),
        place(committee),
        [
          'select count(*), min(submitted_at) from meetings where committee_id = $1 and submitted_at is not null and accepted_at is null',
          [committee],
        ],
        [
          "select committee_id, sum(stock), sum(held), sum(expected) from unit_months where committee_id = $1 and month > $2::date - interval '15 months' group by 1",
          [committee, month],
        ],
        [
          "select id, full_name from members where committee_id = $1 and leaving_for is not null and status <> 'left' limit 5",
          [committee],
        ],
      ],
    },
    {
      name: 'desk, province',
      user: 'chuyenvien',
      path: '/',
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        place(province),
        [
          "select committee_id, sum(stock), sum(held), sum(expected) from committee_months where month > $1::date - interval '15 months' group by 1",
          [month],
        ],
        ["select id, full_name, joined from members where status = 'probationary' order by joined, id limit 5", []],
      ],
    },
    {
      name: 'minutes form',
      user: 'bithu',
      path: `/meetings/${draft}/minutes`,
      aim: ORDINARY,
      floor: [
        who(bithu),
        ['select g.*, u.name from meetings g join units u on u.id = g.cell_id where g.id = $1', [draft]],
        [
          "select id, full_name, status, exempt, away from members where cell_id = $1 and status <> 'left' order by sort_key",
          [cell],
        ],
        ['select * from assignments where cell_id = $1 and closed_on is null', [cell]],
      ],
    },
    {
      name: 'briefing, province',
      user: 'chuyenvien',
      path: `/briefings/${known.quarter}`,
      aim: { p50: 20, p95: 40 },
      floor: [
        who(chuyenvien),
        place(province),
        [
          "select c.committee_id, date_trunc('quarter', c.month), sum(stock), sum(inc_admitted), sum(expected), sum(held), sum(late), sum(attendance_due), sum(attendance_present) from committee_months c where c.month > $1::date - interval '24 months' group by 1, 2",
          [month],
        ],
        [
          'select u.id, u.short_name, t.value from units u left join targets t on t.unit_id = u.id and t.year = extract(year from $2::date) where u.parent_id = $1',
          [province, month],
        ],
      ],
    },
    {
      name: 'planning board',
      user: 'chuyenvien',
      path: `/succession/board?campaign=${known.campaign}`,
      aim: { p50: 20, p95: 40 },
      floor: [
        who(chuyenvien),
        [
          'select p.id, p.title, u.short_name from posts p join units u on u.id = p.unit_id where p.valid_to is null and not p.body order by p.sort_key, p.id limit 26',
          [],
        ],
        [
          `select e.post_id, c.id, c.full_name, c.born, c.theory from succession_entries e join cadres c on c.id = e.cadre_id where e.left_on is null
             and e.post_id in (select id from posts where valid_to is null and not body order by sort_key, id limit 25)`,
          [],
        ],
        ['select post_id, count(*) from succession_entries where left_on is null group by 1', []],
      ],
    },
    {
      name: 'rotation ledger',
      user: 'chuyenvien',
      path: '/rotations',
      aim: { p50: 20, p95: 40 },
      floor: [
        who(chuyenvien),
        [
          'select r.*, c.full_name from (select * from rotations where started_on is not null order by started_on desc, id desc limit 51) r join cadres c on c.id = r.cadre_id order by r.started_on desc',
          [],
        ],
        [
          'select from_level, to_level, extract(year from started_on), count(*), count(distinct cadre_id) from rotations where started_on is not null group by 1, 2, 3',
          [],
        ],
      ],
    },
    {
      name: 'cadres, province',
      user: 'chuyenvien',
      path: '/cadres',
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        place(province),
        [
          `select c.*, a.title from (select * from cadres where serving order by sort_key, id limit 51) c
             left join appointments a on a.cadre_id = c.id and a.ended_on is null and not a.reversed`,
          [],
        ],
      ],
    },
    {
      name: 'cadre file',
      user: 'chuyenvien',
      path: `/cadres/${known.cadre}`,
      aim: ORDINARY,
      floor: [
        who(chuyenvien),
        ['select c.*, m.* from cadres c join members m on m.id = c.member_id where c.id = $1', [known.cadre]],
        ['select * from appointments where cadre_id = $1', [known.cadre]],
        ['select * from cadre_history where cadre_id = $1', [known.cadre]],
        ['select * from cadre_trainings where cadre_id = $1', [known.cadre]],
      ],
    },
  ];
}

/** Finds the people and units that the screens are asked for. */
export async function findKnown(db: pg.Client): Promise<Known> {
  const one = async <T>(text: string, values: unknown[] = []): Promise<T> => {
    const { rows } = await db.query({ text, values, rowMode: 'array' });
    if (!rows[0]) throw new Error(`the province has none of: ${text}`);
    return rows[0][0] as T;
  };
  const account = (name: string) => one<string>('select id from accounts where username = $1', [name]);
  const heldBy = (name: string) =>
    one<string>('select h.unit_id from offices_held h join accounts a on a.id = h.account_id where a.username = $1', [name]);
  const month = await one<string>("select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-01')");
  const [cell, committee] = [await heldBy('bithu'), await heldBy('canbo')];
  return {
    chuyenvien: await account('chuyenvien'),
    canbo: await account('canbo'),
    bithu: await account('bithu'),
    province: await one('select id from units where parent_id is null'),
    committee,
    cell,
    member: await one("select id from members where committee_id = $1 and status = 'official' order by sort_key offset 20", [
      committee,
    ]),
    draft: await draftOf(db, cell, committee, month),
    month,
    cadre: await one("select id from cadres where tier = 'province' order by sort_key, id offset 20"),
    campaign: await one('select id from succession_campaigns order by opened_at limit 1'),
    quarter: `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`,
  };
}

/** A meeting whose minutes are being written: the regular one of this month, or one made for the purpose. */
async function draftOf(db: pg.Client, cell: string, committee: string, month: string): Promise<string> {
  const open = 'select id from meetings where cell_id = $1 and month = $2 and submitted_at is null limit 1';
  const found = await db.query<{ id: string }>(open, [cell, month]);
  if (found.rows[0]) return found.rows[0].id;
  const made = await db.query<{ id: string }>(
    "insert into meetings (id, cell_id, committee_id, kind, month) values (gen_random_uuid(), $1, $2, 'thematic', $3) returning id",
    [cell, committee, month],
  );
  return made.rows[0]?.id ?? '';
}
