import type { Visitor } from '@/proof/visitor';
import { watched } from './memory';
import { visitorIn } from './people';
import { atMost, type LoadTarget, type Measured, timed } from './target';

const SECONDS = 10;
const MEMORY_MB = 200;
const FIRST_BYTE_SECONDS = 1;

type Taken = { bytes: number; firstByte: number };

/**
 * The member list of the whole province as a workbook, by the route behind the button: seconds to the last byte for 100,000 rows (in
 * proportion, where the book holds another number), to the first byte, and growth of the app's memory.
 */
export async function measureExport(target: LoadTarget): Promise<Measured[]> {
  const { rows } = await target.db.query(
    "select (select id from units where parent_id is null) as id, count(*)::int as people from members where status <> 'left'",
  );
  const { id, people } = rows[0];
  const officer = await visitorIn(target, 'board_officer', id);
  await officer.get('/members');
  const { result, use } = await watched(target.appPid, () => timed(() => taken(officer, id)));
  const name = (what: string) => `export of ${people} rows: ${what}`;
  return [
    atMost(name('seconds for each 100,000'), (result.seconds / people) * 100_000, 's', SECONDS),
    atMost(name('first byte'), result.result.firstByte, 's', FIRST_BYTE_SECONDS),
    atMost(name('memory grown'), use.grownMb, 'MB', MEMORY_MB),
    { name: name('memory peak'), value: use.peakMb, unit: 'MB', aim: '', ok: true },
    { name: name('processor time of the app'), value: use.processorSeconds, unit: 's', aim: '', ok: true },
    { name: name('size'), value: result.result.bytes / 1_000_000, unit: 'MB', aim: '', ok: result.result.bytes > people * 10 },
  ];
}

/** Reads the answer as it comes and keeps none of it. */
async function taken(officer: Visitor, unit: string): Promise<Taken> {
  const began = performance.now();
  const answer = await fetch(new URL('/members/export', officer.address), {
    method: 'POST',
    headers: {
      origin: new URL(officer.address).origin,
      'sec-fetch-site': 'same-origin',
      cookie: [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: new URLSearchParams({ unit, purpose: 'Đo tốc độ xuất danh sách' }),
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`the export answered ${answer.status}`);
  const got: Taken = { bytes: 0, firstByte: 0 };
  for await (const chunk of answer.body) {
    got.firstByte ||= (performance.now() - began) / 1000;
    got.bytes += chunk.length;
  }
  return got;
}
