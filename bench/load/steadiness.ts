import { quarterOf } from '@/domain/calendar';
import type { Visitor } from '@/proof/visitor';
import { residentMb } from './memory';
import { visitorIn } from './people';
import { atMost, type LoadTarget, type Measured, percentile } from './target';

const REQUESTS = 50_000;
const AT_ONCE = 6;
const MEMORY_MB = 350;
/** How far the last third may stand above the middle one. */
const DRIFT = 1.05;
const SAMPLES = 300;

/**
 * Fifty thousand requests over the pages that people live in, by a board officer, a committee officer and a cell secretary, six at once:
 * the app's resident memory along the way, and whether the last third stands above the middle third.
 */
export async function measureSteadiness(target: LoadTarget, requests = REQUESTS): Promise<Measured[]> {
  const walks = await walksOf(target);
  const every = Math.max(1, Math.floor(requests / SAMPLES));
  const samples: number[] = [];
  let next = 0;
  const one = async () => {
    for (let at = next++; at < requests; at = next++) {
      const { visitor, paths } = walks[at % walks.length] ?? {};
      const path = paths?.[Math.floor(at / walks.length) % paths.length];
      const answer = path ? await visitor?.get(path) : undefined;
      if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status ?? 'nothing'}`);
      if (at % every === 0) samples.push(residentMb(target.appPid));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const third = Math.floor(samples.length / 3);
  const middle = percentile(samples.slice(third, 2 * third), 0.5);
  const last = percentile(samples.slice(2 * third), 0.5);
  const name = (what: string) => `memory over ${requests} requests: ${what}`;
  return [
    atMost(name('peak'), Math.max(...samples), 'MB', MEMORY_MB),
    { name: name('last third to middle third'), value: last / middle, unit: '', aim: `≤ ${DRIFT}`, ok: last / middle <= DRIFT },
    { name: name('first third'), value: percentile(samples.slice(0, third), 0.5), unit: 'MB', aim: '', ok: true },
    { name: name('middle third'), value: middle, unit: 'MB', aim: '', ok: true },
    { name: name('last third'), value: last, unit: 'MB', aim: '', ok: true },
  ];
}

async function walksOf(target: LoadTarget): Promise<{ visitor: Visitor; paths: string[] }[]> {
  const { rows } = await target.db.query(
    `select u.id as cell, u.committee_id as committee, (select id from units where parent_id is null) as province,
       (select m.id from members m where m.cell_id = u.id and m.status <> 'left' limit 1) as member
     from units u where u.is_cell and u.closed_on is null and u.committee_id <> u.id and exists (select 1 from members m where m.cell_id = u.id and m.status <> 'left')
     order by u.id limit 1`,
  );
  const { cell, committee, province, member } = rows[0];
  const quarter = quarterOf(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date()));
  const everyday = ['/', '/members', `/members/${member}`, '/meetings', '/units'];
  return [
    {
      visitor: await visitorIn(target, 'board_officer', province),
      paths: [...everyday, `/units/${committee}`, `/briefings/${quarter}`, '/members?q=nguyen'],
    },
    {
      visitor: await visitorIn(target, 'committee_officer', committee),
      paths: [...everyday, `/units/${cell}`, '/members/import'],
    },
    { visitor: await visitorIn(target, 'cell_secretary', cell), paths: everyday },
  ];
}
