// Explains, without running them, the statements that the suite's processes noted (proof/query-log.mjs), on a province with large tables.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault, step } from './progress.mjs';
import { runTs } from './run.mjs';

const LARGE = 10_000;
/**
 * Tables that stay below the limit in the largest province, whatever is done in it for years: lists of rules and kinds, one row for a unit, an
 * office or an account (9,700), a month of a committee, an import, some hundreds of procedures a year. Every other table counts as large, a new one too.
 */
const SMALL = new Set([
  ...['rule_sets', 'holidays', 'office_permissions', 'office_settings', 'unit_kind_children', 'chain_heads'],
  ...['accounts', 'offices_held', 'recovery_codes', 'briefings', 'targets', 'unit_changes', 'unit_change_links'],
  ...['committee_months', 'committee_months_stale', 'imports', 'import_mappings', 'procedures', 'personnel_pauses'],
  // A large province has 8,000 titles, and rounds, groups, classes and plans by the year.
  ...[
    'posts',
    'succession_campaigns',
    'rating_groups',
    'training_classes',
    'staffing_quotas',
    'rotation_plans',
    'rotation_reports',
  ],
]);
/** What the planner is told so that a table is read from end to end only where no index can serve: then the verdict hangs on no size and no statistics. */
const BY_INDEX_ONLY = 'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off';
/** Enough of everything that one committee, month or cell is a small part of it. */
const SIZE = { members: 15_000, months: 6, committees: 40 };
/** Fewer means that the noting is broken, not that the application asks less. */
const LEAST = 150;
const OFFSET = /\boffset\s+(\$?\d+|\()/i;

/** Statements that may read a large table from end to end: words that stand in them, the table, the reason. */
const ALLOWED = [
  ...['audit_log', 'read_log'].map((table) => ({
    words: 'chain_hash(prev_hash',
    table,
    why: 'The proof of the chains computes the hash of every row anew.',
  })),
  ...['audit_log', 'read_log'].map((table) => ({
    words: `select count(*) as n from "${table}" l`,
    table,
    why: 'The inspector’s page says exactly how many entries its filter means, and without a filter these are all.',
  })),
  {
    words: 'folded_name like',
    table: 'units',
    why: 'Searching any part of a unit’s name: ten thousand rows in the largest province, 3 ms, and no index serves the middle of a word under row-level security.',
  },
  {
    words: 'select from cadres c where c.id = a.cadre_id and c.tier =',
    table: 'cadres',
    why: 'What a province is reminded of in one of three tiers: a third of twelve thousand files, and an index by tier would save nothing.',
  },
  {
    words: 'with wanted as (select id, grade from posts',
    table: 'succession_entries',
    why: 'Who of the whole province is planned for a title of this height or a higher one: for a low title that is nearly everyone planned.',
  },
  {
    words: '(true and true) as here',
    table: 'member_events',
    why: 'Who was in the books of the whole province on a past day: everyone’s last entry before it decides, so every entry is looked at.',
  },
  {
    words: '(true and true) as here',
    table: 'members',
    why: 'The names and keys of everyone in the province, for the page of those in the books on a past day.',
  },
  {
    words:
      'from meetings g join attendance a on a.meeting_id = g.id and a.month = g.month where g.submitted_at is not null and g.month between $1::date and $2::date and true',
    table: 'attendance',
    why: 'The turns of attendance of a whole province in a quarter are most of the year’s: the page orders and counts them all.',
  },
  ...[
    ['with page as (select p.*, u.short_name as unit_name', ['posts']],
    ['select count(distinct p.id) as posts, count(s.seat) as seats', ['posts', 'post_seats']],
    ['with page as (select p.id, p.title, p.unit_id, p.tier, p.rank, p.seats, p.sort_key, s.seat', ['posts', 'post_seats']],
    ['is not null) as vacant, count(*) filter', ['posts', 'post_seats']],
    ['select x.id, x.title, x."unitName", x.free from', ['posts', 'post_seats']],
  ].flatMap(([words, tables]) =>
    tables.map((table) => ({
      words,
      table,
      why: 'The catalogue of a whole province, some eight thousand titles: what stands empty on a day is counted and ordered over all of them, 4 to 12 ms.',
    })),
  ),
  ...['cadres', 'posts', 'appointments'].map((table) => ({
    words: 'select count(*) as count from "cadres" where true and true',
    table,
    why: 'How many cadres of a whole province a filter means, some twelve thousand rows, is said exactly.',
  })),
];

/** Columns by which a statement narrows what it reads: what they are compared with is replaced by one of the province's own, so that the planner judges by its share. */
const OWN_IDS = {
  committee_id: 'committee',
  ancestor_id: 'committee',
  parent_id: 'committee',
  cell_id: 'cell',
  from_cell_id: 'cell',
  unit_id: 'cell',
  member_id: 'member',
  meeting_id: 'meeting',
};
const COMPARED = /"?(\w+)"?\s*(?:=|in)\s*(?:any\s*)?\(*\s*\$(\d+)\b/gi;

/** What makes a process note its statements. @param {string} root @param {string} file */
export const noting = (root, file) => ({
  QUERY_LOG: file,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL(join(root, 'proof', 'query-log.mjs'))}`.trim(),
});

/** What only use brings: sessions, logs, keys of forms, an import. */
const IN_USE = `
  insert into sessions (id, account_id, expires_at) select gen_random_uuid(), id, now() from accounts cross join generate_series(1, 20);
  insert into sign_in_attempts (key) select 'account:' || username from accounts;
  insert into idempotency_keys (key, account_id, command, body_hash, result) select gen_random_uuid(), account_id, 'submitMinutes', '', '{}' from sessions;
  insert into audit_log (chain, seq, account_id, action, subject_type, subject_id, unit_id, prev_hash, hash)
    select 0, 0, submitted_by, 'minutes.submitted', 'meeting', id, cell_id, '', '' from meetings where submitted_by is not null;
  insert into read_log (chain, seq, account_id, action, subject_type, subject_id, unit_id, prev_hash, hash)
    select 0, 0, submitted_by, 'member.sensitive_read', 'member', id, cell_id, '', '' from meetings where submitted_by is not null;
  insert into imports (id, unit_id, file_name, sheet_name, header_rows, headers, mapping, row_count, uploaded_by)
    select gen_random_uuid(), unit_id, 'x.xlsx', 'x', '{1}', '{}', '{}', 200, account_id from offices_held limit 20;
  insert into import_rows (import_id, row_number, unit_id, cells, state) select id, n, unit_id, '{}', 'new' from imports cross join generate_series(1, 200) n;
  analyze`;

/** An invented province with its statistics, on the suite's cluster. @param {string} root @param {Record<string, string>} env the suite's */
export async function planProvince(root, env) {
  const on = (url) => Object.assign(new URL(url), { pathname: '/plans' }).href;
  const owner = new URL(env.DATABASE_OWNER_URL).username;
  await asked(env.TEST_OWNER_URL, (client) => client.query(`create database plans owner ${client.escapeIdentifier(owner)}`));
  const mine = { ...env, DATABASE_URL: on(env.DATABASE_URL), DATABASE_OWNER_URL: on(env.DATABASE_OWNER_URL) };
  for (const script of [
    ['db/migrate.ts'],
    ['db/seed/large.ts', ...Object.entries(SIZE).flatMap(([name, value]) => [`--${name}`, String(value)])],
  ]) {
    const { code, output } = await step(script.join(' '), () => runTs(script, { cwd: root, env: mine }));
    if (code !== 0) throw new Fault(`${script[0]} không xong (mã ${code}).`, ...output.trim().split('\n').slice(-25));
  }
  await asked(mine.DATABASE_OWNER_URL, (client) => client.query(IN_USE));
  return { url: mine.DATABASE_URL, ownerUrl: mine.DATABASE_OWNER_URL };
}

/** The different statements in the file, one of each. @param {string} file */
export function notedStatements(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}

/**
 * What is wrong with the plans: a large table read from end to end, or OFFSET. `url`: the app's role on an invented province; `ownerUrl`: for choosing
 * accounts and ids in it. `asItIs`: as the planner chooses by the rows that are there; tables of more than 10,000 rows count. Without it: whether an
 * index could serve, on a province of any size.
 * @param {{ url: string, ownerUrl: string, statements: { text: string, values: unknown[], kept: boolean }[], asItIs?: boolean }} options
 * @returns {Promise<{ explained: number, problems: string[] }>}
 */
export async function explainAll({ url, ownerUrl, statements, asItIs = false }) {
  const province = { ...(await asked(ownerUrl, lookAround)), asItIs };
  const problems = await asked(url, async (client) => {
    const found = [];
    for (const statement of statements) found.push(...(await problemsOf(client, province, statement)));
    return found;
  });
  return { explained: statements.length, problems };
}

/** The step of `npm test`: counts statements. @returns {Promise<{ passed: number, failed: number }>} */
export async function checkPlans({ url, ownerUrl, file }) {
  const statements = notedStatements(file);
  const trial = await explainAll({ url, ownerUrl, statements: KNOWN_BAD });
  const { explained, problems } = await explainAll({ url, ownerUrl, statements });
  const blind = trial.problems.length < KNOWN_BAD.length ? ['phép thử không thấy lỗi cài sẵn'] : [];
  const few = explained < LEAST ? [`chỉ ghi được ${explained} câu lệnh`] : [];
  for (const problem of [...blind, ...few, ...problems]) console.error(`✖ ${problem}`);
  const failed = blind.length + few.length + problems.length;
  return { passed: Math.max(0, explained - failed), failed };
}

/** Seen each time, so that a check that has gone blind shows. */
const KNOWN_BAD = [
  { text: 'select count(*) from members where occupation = $1', values: ['Giáo viên'], kept: false },
  { text: 'select id from members order by sort_key limit 10 offset $1', values: [10], kept: false },
];

async function asked(url, work) {
  const { default: pg } = await import('pg'); // nothing is installed yet when this file is loaded
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const OFFICES = ['board_officer', 'committee_officer', 'cell_secretary'];

async function lookAround(client) {
  const { rows: tables } = await client.query(
    "select relname as name, reltuples::int as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const { rows: partial } = await client.query(
    'select indexrelid::regclass::text as name from pg_index where indpred is not null',
  );
  const { rows: ids } = await client.query(`
    with one as (select id, committee_id from units where is_cell and closed_on is null order by code limit 1)
    select id as cell, committee_id as committee, (select id from members m where m.cell_id = one.id limit 1) as member, (select id from meetings g where g.cell_id = one.id limit 1) as meeting from one`);
  const { rows: accounts } = await client.query(
    'select distinct on (office) account_id as id from offices_held where office = any ($1) order by office, account_id',
    [OFFICES],
  );
  return {
    rows: new Map(tables.map(({ name, rows }) => [name, rows])),
    partial: new Set(partial.map(({ name }) => name)),
    ids: ids[0],
    accounts: accounts.map(({ id }) => id),
  };
}

async function problemsOf(client, province, statement) {
  if (OFFSET.test(statement.text)) return [`OFFSET: ${oneLine(statement.text)}`];
  const tables = new Set();
  const faults = new Set();
  for (const account of province.accounts) {
    for (const explain of ways(statement, province.ids)) {
      const plan = await planOf(client, account, explain, province).catch((error) => faults.add(error.message) && null);
      for (const table of plan ? readWhole(plan, province.partial) : []) if (isLarge(table, province)) tables.add(table);
    }
  }
  return [
    ...[...faults].map((fault) => `không giải thích được (${fault}): ${oneLine(statement.text)}`),
    ...[...tables]
      .filter((table) => !isAllowed(statement.text, table))
      .map((table) => `đọc hết bảng ${table}: ${oneLine(statement.text)}`),
  ];
}

/** With its values; for what the connection plans once and keeps, without them too. */
const ways = ({ text, values, kept }, ids) => [
  { text: `explain (format json) ${text}`, values: withOwnIds(text, values, ids) },
  ...(kept ? [{ text: `explain (format json, generic_plan) ${text}` }] : []),
];

function withOwnIds(text, values, ids) {
  const own = [...values];
  for (const [, column, number] of text.matchAll(COMPARED)) {
    const id = ids[OWN_IDS[column.toLowerCase()]];
    const at = Number(number) - 1;
    if (id && typeof own[at] === 'string') own[at] = own[at].startsWith('{') ? `{${id}}` : id;
  }
  return own;
}

async function planOf(client, account, explain, { asItIs }) {
  await client.query('begin');
  try {
    if (!asItIs) await client.query(BY_INDEX_ONLY);
    await client.query("select set_config('app.account', $1, true), set_config('app.door', 'on', true)", [account]);
    const { rows } = await client.query(explain);
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('rollback');
  }
}

/** A table (or a year of one) without rows says nothing about plans. */
const isLarge = (table, { asItIs, rows }) => (asItIs ? rows.get(table) > LARGE : rows.get(table) > 0 && !SMALL.has(table));

/** Tables that the plan reads from end to end: row after row, or through a whole index, unless it stops after a page. An index of chosen rows is no whole one. */
function* readWhole(plan, partial, paged = false) {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, 'Index Cond': condition } = plan;
  if (type === 'Seq Scan' || (/^Index/.test(type) && !condition && !paged && !partial.has(index))) yield table;
  const stops = type === 'Limit' || (paged && !/^(Sort|Aggregate|Hash)/.test(type));
  for (const child of plan.Plans ?? []) yield* readWhole(child, partial, stops);
}

const isAllowed = (text, table) =>
  ALLOWED.some((allowed) => allowed.table === table.replace(/_\d{4}$/, '') && oneLine(text).includes(allowed.words));

const oneLine = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 1200);
