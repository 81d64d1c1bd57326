import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { FIGURES } from '@/domain/briefings/figures';
import { foldName, nameParts, nameSortKey } from '@/domain/names';
import { ROUTES } from './expectations/all';
import type { Target } from './expectations/cases';
import { contents, fourAtATime, guests, open } from './rights-ask';
import { type Person, plantWorld, type World } from './rights-world';
import { type SecondServer, secondServer } from './second-server';
import type { Answer, Visitor } from './visitor';

/** Every canary begins and ends with these syllables, which no name and no word of ours has. */
const HEAD = 'Xuyểng';
const TAIL = 'Ngoẵm';
const ONSETS = ['Kh', 'Ph', 'Tr', 'Ngh', 'Gi', 'Qu', 'Th', 'Nh', 'Ch', 'X'];
const RIMES = ['iễu', 'ưởng', 'uyệt', 'oắn', 'ịch', 'ẵng', 'ượm', 'oẻo', 'ếp', 'ũm'];
const CANARIES = Array.from(
  { length: 500 },
  (_, at) => `${HEAD} ${ONSETS[at % 10]}${RIMES[Math.floor(at / 10) % 10]} ${ONSETS[Math.floor(at / 100)]}ương ${TAIL}`,
);
/** How many of them stand where. */
const PLANTED = { members: 300, units: 40, texts: 60, officers: 40, rows: 40, accounts: 20 };
type Kind = keyof typeof PLANTED;
const canariesOf = (kind: Kind): string[] => {
  const kinds = Object.keys(PLANTED) as Kind[];
  const from = kinds.slice(0, kinds.indexOf(kind)).reduce((sum, earlier) => sum + PLANTED[earlier], 0);
  return CANARIES.slice(from, from + PLANTED[kind]);
};

/** Between them they hold every right that an office in this branch can hold. */
const STRANGERS = ['cell_secretary', 'board_officer', 'log_inspector', 'system_administrator'];

let server: SecondServer;
let world: World;
let guest: (who: Person) => Visitor;
let foreignCommittee: string;
let rsc: string;

before(async () => {
  server = await secondServer({
    // A copy of the books has no business in the file that anchors the books.
    env: { AUDIT_ANCHOR_FILE: '' },
    prepare: async (db) => {
      world = await plantWorld(db);
      foreignCommittee = await plantCanaries(db, world.targets.other);
    },
  });
  guest = await guests(world, server.address);
  const asked = await guest(personOf('board_officer', 'own')).get('/help', { RSC: '1' });
  rsc = new URL(asked.headers.get('location') ?? '', server.address).searchParams.get('_rsc') ?? '';
});
after(() => server.stop());

const personOf = (office: string, at: Person['at']): Person => {
  const found = world.people.find((who) => who.office.key === office && who.at === at && !who.ended);
  assert.ok(found, office);
  return found;
};

/** All of it in the branch of the other committee: its units, their people, meetings, officers, lists on their way in, and accounts. */
async function plantCanaries(db: pg.Client, { unit, submitted, import: list }: Target): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select parent_id as id from units where id = $1', [unit]);
  const committee = rows[0]?.id ?? '';
  const named = (names: string[]) =>
    JSON.stringify(
      names.map((name, at) => ({
        at,
        name,
        folded: foldName(name),
        sort: nameSortKey(name),
        parts: [...new Set(nameParts(name))],
      })),
    );
  const each = 'jsonb_to_recordset($1::jsonb) as c (at int, name text, folded text, sort text)';
  await db.query(
    `with named as (
       insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
       select gen_random_uuid(), 'canary.' || at, 'G2', name, name, folded, sort, '2025-07-01', $2, 2, $2, true from ${each} returning id
     ), placed as (
       insert into unit_placements (id, unit_id, parent_id, kind, name, valid_from) select gen_random_uuid(), id, $2, 'G2', 'Đơn vị', '2025-07-01' from named
     )
     insert into unit_tree (ancestor_id, unit_id, depth)
       select id, id, 0 from named union all select t.ancestor_id, n.id, t.depth + 1 from named n, unit_tree t where t.unit_id = $2`,
    [named(canariesOf('units')), committee],
  );
  await db.query(
    `with people as (
       insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined, official, birth_name, note)
       select gen_random_uuid(), $2, $3, 'official', name, sort, false, '1970', '2001-01-01', '2002-01-01', name, name from ${each} returning id, full_name
     ), parts as (
       insert into member_name_parts (member_id, part, cell_id, committee_id)
       select p.id, part, $2, $3 from people p join jsonb_to_recordset($1::jsonb) as c (name text, parts text[]) on c.name = p.full_name, unnest(c.parts) part
     )
     insert into member_events (id, member_id, cell_id, committee_id, kind, effective_on) select gen_random_uuid(), id, $2, $3, 'registered', '2026-08-01' from people`,
    [named(canariesOf('members')), unit, committee],
  );
  await db.query(
    `insert into opinions (id, meeting_id, cell_id, position, speaker_name, text) select gen_random_uuid(), $2, $3, at + 1, name, name from ${each}`,
    [named(canariesOf('texts')), submitted, unit],
  );
  await db.query(
    `insert into unit_officers (id, unit_id, full_name, role, held_from) select gen_random_uuid(), $2, name, 'committee_member', '2025-08-01' from ${each}`,
    [named(canariesOf('officers')), unit],
  );
  await db.query(
    `insert into import_rows (import_id, row_number, unit_id, cells, state) select $2, at + 10, $3, jsonb_build_array(name, '1980', '2005'), 'wrong' from ${each}`,
    [named(canariesOf('rows')), list, unit],
  );
  await db.query(
    `with made as (
       insert into accounts (id, username, full_name, password_hash) select gen_random_uuid(), 'canary' || at, name, 'x' from ${each} returning id
     ) insert into offices_held (id, account_id, office, unit_id, held_from) select gen_random_uuid(), id, 'cell_secretary', $2, '2025-08-01' from made`,
    [named(canariesOf('accounts')), unit],
  );
  return committee;
}

/** The middle of some of them: what is typed is given back, and would be no leak. */
const SEARCH = encodeURIComponent('Khiễu');
/** Addresses that ask for them outright, besides every route of the build. */
const searches = (unit: string) => [
  `/members?unit=${unit}&q=${SEARCH}`,
  `/units?unit=${unit}&q=${SEARCH}&closed=1`,
  `/units?unit=${unit}&open=${foreignCommittee},${world.targets.other.unit}`,
  `/accounts?q=${SEARCH}`,
  `/accounts/${world.targets.own.account}?unitName=${SEARCH}`,
  `/audit?log=read`,
  `/audit?subject=${world.targets.other.unit}`,
  ...FIGURES.filter(({ opens }) => opens).map(({ key }) => `/briefings/2026-Q3/rows?unit=${unit}&figure=${key}`),
];

type Heard = { where: string; answer: Answer };

/** Every route of the build as HTML and as the page's script asks for it (RSC), over these targets, and the searches. */
async function listen(who: Person, targets: readonly Target[]): Promise<Heard[]> {
  const visitor = guest(who);
  const asks: (() => Promise<Heard>)[] = [];
  const askBoth = (path: string) => {
    const flight = `${path}${path.includes('?') ? '&' : '?'}_rsc=${rsc}`;
    asks.push(async () => ({ where: path, answer: await visitor.get(path) }));
    asks.push(async () => ({ where: `${path} RSC`, answer: await visitor.get(flight, { RSC: '1' }) }));
  };
  for (const route of ROUTES)
    for (const target of route.targeted ? targets : targets.slice(0, 1))
      if (route.post) asks.push(async () => ({ where: route.address, answer: await open(visitor, route, target) }));
      else askBoth(route.path(target));
  for (const path of targets.flatMap(({ unit }) => searches(unit)))
    asks.push(async () => ({ where: path, answer: await visitor.get(path) }));
  const heard: Heard[] = [];
  await fourAtATime(asks, async (ask) => void heard.push(await ask()));
  return heard;
}

/** As written, without marks as search keeps it, and in an address. */
const FORMS = [HEAD, TAIL].flatMap((word) => [word, word.toLowerCase(), foldName(word), encodeURIComponent(word)]);

test('500 names of another branch stand in no answer to its strangers: HTML, RSC, JSON, print, XLSX, DOCX', async () => {
  assert.equal(new Set(CANARIES).size, 500);
  const found: string[] = [];
  let answers = 0;
  for (const office of STRANGERS) {
    const who = personOf(office, 'own');
    for (const { where, answer } of await listen(who, [world.targets.own, world.targets.other])) {
      answers += 1;
      assert.ok(answer.status < 500, `${where}: ${answer.status}`);
      const text = await contents(answer);
      const leaks = [...FORMS, world.marks.other, world.marks.parent, world.marks.sibling].filter((form) => text.includes(form));
      if (leaks.length) found.push(`${office} at ${where}: ${leaks.join(', ')}`);
    }
  }
  assert.deepEqual(found, []);
  process.stdout.write(`# ${answers} answers to ${STRANGERS.length} offices of another branch\n`);
});

test('who may see them does see them, in every form and of every kind: the test above can fail', async () => {
  const who = personOf('board_officer', 'province');
  const heard = [
    ...(await listen(who, [world.targets.other, { ...world.targets.other, unit: foreignCommittee }])),
    ...(await listen(personOf('system_administrator', 'province'), [world.targets.other])),
  ];
  const texts = await Promise.all(heard.map(async ({ where, answer }) => ({ where, answer, text: await contents(answer) })));
  for (const kind of Object.keys(PLANTED) as Kind[]) {
    const seen = canariesOf(kind).filter((name) => texts.some(({ text }) => text.includes(name)));
    assert.ok(seen.length > 10, `of ${kind} only ${seen.length} are seen`);
  }
  const forms = {
    html: ({ where }: Heard) => where.startsWith('/members?'),
    rsc: ({ where }: Heard) => where.endsWith(' RSC'),
    print: ({ where }: Heard) => where.startsWith('/print/minutes/'),
    xlsx: ({ where }: Heard) => where === '/members/export',
    docx: ({ where }: Heard) => where.endsWith('/docx'),
  };
  for (const [form, is] of Object.entries(forms))
    assert.ok(
      texts.some((one) => is(one) && one.text.includes(HEAD) && one.text.includes(TAIL)),
      form,
    );
  const exported = texts.filter(({ where }) => where === '/members/export').map(({ text }) => text);
  assert.ok(
    canariesOf('members').every((name) => exported.some((text) => text.includes(name))),
    'the export holds all members',
  );
});
