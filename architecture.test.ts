import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

type Source = { path: string; text: string };

const ROOMS = ['app', 'components', 'access', 'domain', 'db', 'scripts', 'e2e'];
const sources: Source[] = ROOMS.flatMap((room) => below(room)).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const code = sources.filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/testing[^/]*\.ts$/.test(path));
const inRoom = (...rooms: string[]) => code.filter(({ path }) => rooms.includes(path.split('/')[0] ?? ''));

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? [path, ...below(path)].filter((each) => each !== path || !readsAsFile(each)) : [path];
    })
    .filter(readsAsFile);
}

function readsAsFile(path: string): boolean {
  return /\.(tsx?|mjs|css|sql|json)$/.test(path);
}

/** Paths of ours that a file imports, from the root and without ending; packages as they are named. */
const importsOf = ({ path, text }: Source): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? normalize(join(dirname(path), name)) : name,
  );

/** Where each exported function begins, with its parameters and everything up to the next export. */
function exportedFunctions({ text }: Source): { name: string; parameters: string; body: string }[] {
  const found: { name: string; parameters: string; body: string }[] = [];
  for (const match of text.matchAll(/^export (?:const (\w+) = (?:async )?(?=[(<])|(?:async )?function (\w+))/gm)) {
    const from = (match.index ?? 0) + match[0].length;
    const end = text.slice(from).search(/\nexport /);
    const body = end < 0 ? text.slice(from) : text.slice(from, from + end);
    found.push({ name: match[1] ?? match[2] ?? '', parameters: body.slice(body.indexOf('(') + 1, body.indexOf(')')), body });
  }
  return found;
}

test('rooms are named by feature, never by kind: no lib, utils, helpers, services …', () => {
  const homeless = /(^|\/)(lib|utils?|helpers?|services?|hooks|types|features|src)(\/|\.tsx?$)/;
  assert.deepEqual(
    sources.map(({ path }) => path).filter((path) => homeless.test(path)),
    [],
  );
});

/** `await enter(…)`, `await enterSelf()`, or a function of a neighbouring file that begins with one of them. */
function entering(page: Source): RegExp {
  const doors = [...page.text.matchAll(/import \{([^}]+)\} from '(\.[^']+)'/g)].flatMap(([, names = '', from = '']) => {
    const source = code.find(({ path }) => path.replace(/\.tsx?$/, '') === normalize(join(dirname(page.path), from)));
    const opening = source ? exportedFunctions(source).filter(({ body }) => /await enter\('/.test(body)) : [];
    return opening.map(({ name }) => name).filter((name) => names.includes(name));
  });
  return new RegExp(`await (enter\\('|enterSelf\\(${doors.map((name) => `|${name}\\(`).join('')})`);
}

/** Pages and routes that stand outside the door, each with its reason. */
const OUTSIDE: Record<string, string> = {
  'app/sign-in/page.tsx': 'for those who have no session yet',
  'app/api/auth/[...nextauth]/route.ts': 'next-auth itself',
  'app/api/health/route.ts': 'tells the monitor 200 or 503 and nothing else',
};

test('every page and route enters through the door before it reads anything', () => {
  const doors = inRoom('app').filter(({ path }) => /\/(page\.tsx|route\.tsx?)$/.test(path));
  assert.ok(doors.length > 10);
  for (const { path, text } of doors) {
    if (OUTSIDE[path]) continue;
    const handlers = [
      ...text.matchAll(/^export (default )?(async )?function (\w+)|^export const (GET|POST|PUT|DELETE|PATCH)\b/gm),
    ].filter(([, isDefault, , name]) => isDefault || !name || /^(GET|POST|PUT|DELETE|PATCH)$/.test(name));
    assert.ok(handlers.length, `${path} exports nothing that answers`);
    for (const handler of handlers) {
      const body = text.slice((handler.index ?? 0) + handler[0].length);
      const entered = body.search(entering({ path, text }));
      assert.ok(entered >= 0, `${path} does not enter through the door`);
      const used = importsOf({ path, text }).some((name) => name.startsWith('db/'))
        ? body.search(/await (?!enter|searchParams|params|props\b)\w+\(viewer/)
        : -1;
      assert.ok(used < 0 || used > entered, `${path} reads before it entered`);
    }
  }
  for (const path of Object.keys(OUTSIDE))
    assert.ok(
      doors.some((door) => door.path === path),
      `${path} is gone: take it off the list`,
    );
});

/** Actions that cannot be commands, because they make or end the session itself. Each checks the origin on its own. */
const SESSION_ACTIONS: Record<string, string[]> = {
  'app/sign-in/actions.ts': ['signIn', 'enterCode'],
  'app/(board)/account/actions.ts': ['signOut'],
};

test("a 'use server' file exports actions of the door and nothing else; no action hides inside another file", () => {
  for (const source of code.filter(({ text }) => /['"]use server['"]/.test(text))) {
    const { path, text } = source;
    assert.match(path, /^app\/.*actions\.ts$/, `${path} holds actions but is no actions.ts`);
    assert.match(text, /^'use server';/, `${path}: the directive must stand first`);
    const own = SESSION_ACTIONS[path] ?? [];
    for (const [line] of text.matchAll(/^export .*/gm)) {
      const session = own.find((name) => line.startsWith(`export async function ${name}(`));
      assert.ok(session || /^export const \w+ = action\(/.test(line), `${path}: ${line}`);
    }
    if (own.length)
      assert.equal([...text.matchAll(/fromOwnOrigin\(/g)].length >= own.length, true, `${path} must check the origin itself`);
  }
});

/** Pure pieces that commands and queries share: they get rows from their caller and open nothing. */
const readsDatabase = /\bread\(|\bchange\(|\batTheDoor\(|\bpool\(|\btx\b/;

test('every query and every command takes a viewer', () => {
  for (const source of inRoom('db').filter(({ path }) => /^db\/(queries|commands)\//.test(path)))
    for (const { name, parameters, body } of exportedFunctions(source)) {
      if (/^\s*(tx: [\w<>', |]+,\s*)?_?viewer: Viewer/.test(parameters)) continue;
      const unscopedPiece = (UNSCOPED[source.path] ?? []).includes(name);
      assert.ok(
        unscopedPiece || !readsDatabase.test(body),
        `${source.path}: ${name}(${parameters.trim().slice(0, 60)}) takes no viewer`,
      );
    }
});

test('a command is made by command() and its run gets the viewer', () => {
  for (const { path, text } of inRoom('db').filter(({ path }) => path.startsWith('db/commands/')))
    for (const [whole, run = ''] of text.matchAll(/= command(?:<[^=]*?>)?\(\s*'\w+',\s*(?:'[\w.]+'|null),\s*(.{0,40})/gs))
      assert.match(run, /^(async )?\(tx, _?viewer\b|^\w+/, `${path}: ${whole.slice(0, 80)}`);
});

test('SQL stands under db only', () => {
  for (const source of inRoom('app', 'components', 'access', 'domain', 'e2e', 'scripts'))
    for (const name of importsOf(source)) {
      assert.ok(!/^drizzle-orm|^db\/schema/.test(name) || OWNER_SCRIPTS.has(source.path), `${source.path} imports ${name}`);
      assert.ok(name !== 'pg' || OWNER_SCRIPTS.has(source.path), `${source.path} imports pg`);
    }
});

const LAYERS: Record<string, (name: string) => boolean> = {
  domain: (name) => name.startsWith('domain/'),
  components: (name) => /^(components|domain)\//.test(name),
  db: (name) => /^(db|domain)\//.test(name),
  access: (name) => /^(access|db|domain)\//.test(name),
  app: (name) => /^(app|components|access|domain|db\/queries|db\/commands)\//.test(name) || APP_READS.has(name),
};
/** What routes use of db besides queries and commands: the monitor's question, the month that is opened for everyone, and files, which are no database. */
const APP_READS = new Set(['db/health', 'db/months', 'db/spreadsheets']);

test('imports run one way: app → access → db → domain, components → domain', () => {
  for (const [room, allowed] of Object.entries(LAYERS))
    for (const source of inRoom(room))
      for (const name of importsOf(source)) {
        if (!ROOMS.includes(name.split('/')[0] ?? '')) continue;
        assert.ok(allowed(name), `${source.path} imports ${name}`);
      }
});

test('only access/viewer.ts and the test harness make a Viewer', () => {
  const makers = sources
    .filter(
      ({ path, text }) => path !== 'architecture.test.ts' && /as (unknown as )?Viewer\b/.test(text.replace(/import[^;]+;/g, '')),
    )
    .map(({ path }) => path);
  assert.deepEqual(makers.sort(), ['access/viewer.ts', 'db/testing.ts']);
});

test('the scope is lifted in tests only, and the connection without a viewer serves sign-in, the monitor, the opening of the month, the summaries and the anchors only', () => {
  const using = (word: string) =>
    code.filter(({ text }) => new RegExp(`\\b${word}(<\\w+>)?\\(`).test(text)).map(({ path }) => path);
  assert.deepEqual(using('withoutScope'), ['db/scope.ts']);
  assert.deepEqual(using('atTheDoor').sort(), [
    'db/audit-anchors.ts',
    'db/health.ts',
    'db/months.ts',
    'db/sign-in.ts',
    'db/upkeep.ts',
  ]);
});

test('no page can turn a 403 or 404 into a 200: no loading.tsx, no Suspense in app', () => {
  assert.deepEqual(
    sources.filter(({ path }) => /^app\/.*loading\.tsx$/.test(path)),
    [],
  );
  assert.deepEqual(
    inRoom('app')
      .filter(({ text }) => /<Suspense\b/.test(text))
      .map(({ path }) => path),
    [],
  );
});

test('paper is opened as a page of its own: a step inside the app would keep the policy of the page before, and refuse the margins', () => {
  for (const { path, text } of inRoom('app', 'components')) assert.doesNotMatch(text, /<Link[^>]*["`]\/print\//, path);
});

test('layouts decide nothing, and no proxy stands before the door', () => {
  assert.equal(existsSync('proxy.ts') || existsSync('middleware.ts'), false);
  for (const { path, text } of inRoom('app').filter(({ path }) => path.endsWith('layout.tsx')))
    assert.ok(!/\b(enter|redirect|forbidden|notFound)\(/.test(text), path);
});

/** Ways around what React, the schemas and the driver do for us. What must do one of these is a matter for docs/security.md first. */
const DANGEROUS: Record<string, RegExp> = {
  'writes HTML past React': /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write\(/,
  'evaluates text': /\beval\(|new Function\(|node:vm/,
  'builds a pattern while running': /^(?!const [A-Z_]+ = new RegExp\().*\bRegExp\(/m,
  'starts a program': /child_process/,
  'begins a thread': /worker_threads/,
  'calls an address': /\bfetch\(|XMLHttpRequest|EventSource\(|WebSocket\(|node:https?'.*request|sendBeacon/,
  'speaks to other windows': /postMessage\(|window\.open\(/,
  'hinders pasting': /onPaste|onCopy|onContextMenu/,
};

/** The thread beside the pages runs our own commands (docs/security.md, 1.2.5), and speaks only with whoever began it. */
const BESIDE_THE_PAGES = new Set(['db/write-aside.ts', 'db/write-aside-thread.ts']);
const OF_THREADS = new Set(['begins a thread', 'speaks to other windows']);

test('nothing goes past what escapes, judges and parameters for us', () => {
  for (const { path, text } of inRoom('app', 'components', 'access', 'domain', 'db').filter(
    ({ path }) => !path.startsWith('db/seed/'),
  ))
    for (const [what, pattern] of Object.entries(DANGEROUS))
      if (!BESIDE_THE_PAGES.has(path) || !OF_THREADS.has(what)) assert.doesNotMatch(text, pattern, `${path} ${what}`);
});

test('what an action leaves to the thread beside the pages, the thread knows', () => {
  const thread = sources.find(({ path }) => path === 'db/write-aside-thread.ts')?.text ?? '';
  const known = /COMMANDS = \[([^\]]+)\]/.exec(thread)?.[1]?.split(', ') ?? [];
  const asked = inRoom('app').flatMap(({ text }) =>
    [...text.matchAll(/= action\(\w+, (\w+), \{[^;]*?aside: true/g)].map(([, name]) => name),
  );
  assert.ok(asked.length >= 3);
  for (const name of asked) assert.ok(known.includes(name ?? ''), `${name} is no command of the thread`);
});

/** Raw SQL stands in constants of the source; whatever is typed goes as a parameter. */
const RAW = new Set(['db/commands/imports/members.ts', 'db/queries/briefings/sums.ts']);

test('raw SQL is made from constants, in files that are known', () => {
  assert.deepEqual(
    inRoom('db')
      .filter(({ path, text }) => /sql\.raw\(/.test(text) && !RAW.has(path) && !path.startsWith('db/seed/'))
      .map(({ path }) => path),
    [],
  );
});

test('nothing writes to the console but scripts', () => {
  assert.deepEqual(
    inRoom('app', 'components', 'access', 'domain', 'db')
      .filter(({ text }) => /\bconsole\.\w+\(/.test(text))
      .map(({ path }) => path),
    [],
  );
});

/** Commands of the operator that connect as the owner. */
const OWNER_SCRIPTS = new Set(['scripts/account-create.ts', 'scripts/check-audit.ts', 'scripts/check-books.ts']);
/** Pieces inside a command's transaction whose caller already found the row in scope. */
const UNSCOPED: Record<string, string[]> = {
  'db/commands/members.ts': ['ledgerOf'],
  'db/commands/imports/find.ts': ['isRunning'],
  'db/commands/imports/rows.ts': ['shownSource'],
  'db/commands/imports/stored-rows.ts': ['insertRows', 'storedRows', 'saveVerdicts'],
  'db/queries/briefings/sums.ts': ['sumByChild'],
};
