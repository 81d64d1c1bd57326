import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionOf } from '@/proof/build';
import { type Answer, type Fields, stateOf, type Visitor } from '@/proof/visitor';
import { listFile } from './list-file';
import { idleTimes, timesWhile } from './meanwhile';
import { watched } from './memory';
import { visitorIn } from './people';
import { atMost, type LoadTarget, type Measured, timed } from './target';

const LEAST_ADDED = 0.99;
const AIMS = [
  { rows: 20_000, seconds: 20 },
  { rows: 100_000, seconds: 60 },
];
const MEMORY_MB = 256;
const SLOWER = 3;
/** Beyond every card of the demo and the large province. */
const FIRST_CARD = 97_000_000;
const ACTIONS = 'app/(board)/members/import/actions.ts';
const REFRESH_MS = 1_500;
const PATIENCE_MS = 600_000;

/**
 * Lists of 20,000 and 100,000 new members through the pages' own actions into the committee with the most cells: seconds from sending the
 * file to the last row in the book, growth of the app's memory, and how much slower the list and the desk are for somebody else meanwhile.
 */
export async function measureImports(target: LoadTarget, aims = AIMS): Promise<Measured[]> {
  const { committeeId, cells } = await widestCommittee(target);
  const officer = await visitorIn(target, 'committee_officer', committeeId);
  const { rows } = await target.db.query('select id from units where parent_id is null');
  const other = await visitorIn(target, 'board_officer', rows[0].id);
  const measured: Measured[] = [];
  for (const aim of aims) {
    const file = await listFile(aim.rows, cells, FIRST_CARD + aim.rows * 10);
    measured.push(...(await measureImport(target, { officer, other, committeeId, file }, aim)));
  }
  return measured;
}

type Given = { officer: Visitor; other: Visitor; committeeId: string; file: File };

async function measureImport(target: LoadTarget, given: Given, aim: (typeof AIMS)[number]): Promise<Measured[]> {
  const pages = ['/members', '/'];
  const idle = await idleTimes(given.other, pages);
  const { result: done, use } = await watched(target.appPid, () =>
    timesWhile(given.other, pages, () => timed(() => imported(target, given))),
  );
  const { result, times } = done;
  // In a full book a few of the invented people are like somebody known, and wait for a decision.
  if (result.result.added < aim.rows * LEAST_ADDED) throw new Error(`${result.result.added} of ${aim.rows} rows were added`);
  const name = (what: string) => `import of ${aim.rows} rows: ${what}`;
  const step = (what: string, value: number) => ({ name: name(what), value, unit: 's', aim: '', ok: true });
  return [
    atMost(name('file to book'), result.seconds, 's', aim.seconds),
    step('reading the file', result.result.upload),
    step('preview', result.result.preview),
    step('into the book', result.result.run),
    step('processor time of the app', use.processorSeconds),
    atMost(name('memory grown'), use.grownMb, 'MB', MEMORY_MB),
    { name: name('memory peak'), value: use.peakMb, unit: 'MB', aim: '', ok: true },
    atMost(name('pages meanwhile, median to idle'), times.p50Ms / idle.p50Ms, '', SLOWER),
    atMost(name('pages meanwhile, p95 to idle'), times.p95Ms / idle.p95Ms, '', SLOWER),
  ];
}

type Imported = { added: number; upload: number; preview: number; run: number };

/** Sends the file, confirms the columns as they were guessed, and starts; ends when the list is in the book. Times in seconds. */
async function imported({ db }: LoadTarget, { officer, committeeId, file }: Given): Promise<Imported> {
  const size = file.size;
  const upload = await timed(() =>
    redirected(officer, 'upload', '/members/import', { unitId: committeeId, noSecrets: 'yes', file }),
  );
  const page = upload.result;
  const importId = page.split('/').at(-1) ?? '';
  const now = async () => (await db.query('select * from imports where id = $1', [importId])).rows[0];
  const { version, mapping } = await now();
  const columns = Object.fromEntries(mapping.map((field: string | null, at: number) => [`column-${at}`, field ?? '']));
  const preview = await timed(() =>
    redirected(officer, 'chooseColumns', page, { importId, version: String(version), ...columns }),
  );
  const previewed = await now();
  const run = await timed(async () => {
    await redirected(officer, 'start', page, { importId, version: String(previewed.version) });
    return finished(officer, page, now);
  });
  if (run.result.failure) throw new Error(`a list of ${size} bytes did not go in: ${run.result.failure}`);
  return { added: run.result.counts.added, upload: upload.seconds, preview: preview.seconds, run: run.seconds };
}

/** Posts an action that leads to a page, and gives that page's address; throws with what the form would say. */
async function redirected(visitor: Visitor, name: string, path: string, fields: Fields): Promise<string> {
  const answer = await visitor.act(actionOf(ACTIONS, name).id, path, { key: randomUUID(), ...fields });
  const to = answer.headers.get('x-action-redirect')?.split(';')[0];
  if (!to) throw new Error(`${name} led nowhere: ${answer.status} ${said(answer)}`);
  return to;
}

const said = (answer: Answer): string => JSON.stringify(stateOf(answer)) ?? answer.text.slice(0, 300);

type Stand = { committed_at: Date | null; failure: string | null; counts: { added: number } };

/** Looks at the progress page as a browser does until the list is in the book or failed. */
async function finished(visitor: Visitor, page: string, now: () => Promise<Stand>): Promise<Stand> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    await visitor.get(page);
    const until = Date.now() + REFRESH_MS;
    while (Date.now() < until) {
      const stand = await now();
      if (stand.committed_at || stand.failure) return stand;
      await sleep(100);
    }
    if (Date.now() > end) throw new Error('the import did not end within ten minutes');
  }
}

/** The committee with the most cells, and the names by which exactly one of them is found. */
async function widestCommittee({ db }: LoadTarget): Promise<{ committeeId: string; cells: string[] }> {
  const { rows } = await db.query(
    `select committee_id as id, count(*) from units where is_cell and closed_on is null and committee_id <> id group by 1 order by 2 desc, 1 limit 1`,
  );
  const committeeId: string = rows[0].id;
  const named = await db.query(
    'select name from units where committee_id = $1 and is_cell and closed_on is null group by name having count(*) = 1 order by name',
    [committeeId],
  );
  return { committeeId, cells: named.rows.map(({ name }) => name) };
}
