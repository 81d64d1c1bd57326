import type pg from 'pg';
import type { Random } from '@/db/seed/random';
import { quarterOf } from '@/domain/calendar';
import { junkText, TEXTS } from './junk';

/** Query fields that some page reads, and names that none should mind. */
const FIELDS = [
  ...[
    'unit',
    'parent',
    'month',
    'year',
    'after',
    'before',
    'q',
    'status',
    'cell',
    'sex',
    'age',
    'partyAge',
    'joinedFrom',
    'joinedTo',
    'export',
  ],
  ...[
    'open',
    'closed',
    'kind',
    'log',
    'from',
    'to',
    'book',
    'subject',
    'check',
    'unitName',
    'figure',
    'row',
    'live',
    'show',
    'error',
    'purpose',
  ],
  ...['__proto__', 'constructor', 'toString', '_rsc', 'x[]', ''],
];
/** Percent codes that are no text, beside what people type. */
const RAW = [
  '%',
  '%zz',
  '%ff',
  '%c0%af',
  '%ed%a0%80',
  '%00',
  '%E2%80%AE',
  '%2e%2e%2f',
  'a~b',
  '~',
  'x~00000000-0000-0000-0000-000000000000',
];

export type Ids = Record<string, readonly string[]>;

/** Some real ids for each parameter of an address. */
export async function knownIds(db: pg.Client): Promise<Ids> {
  const ids = async (text: string) => (await db.query(text)).rows.map(({ id }) => String(id));
  const { rows } = await db.query("select to_char(today_vn(), 'YYYY-MM-DD') as today");
  return {
    unitId: await ids('select id from units order by id limit 20'),
    memberId: await ids('select id from members order by id limit 20'),
    eventId: await ids('select id from member_events order by id limit 20'),
    meetingId: await ids('select id from meetings order by id limit 20'),
    accountId: await ids('select id from accounts order by id limit 5'),
    importId: await ids('select id from imports order by id limit 5'),
    period: [quarterOf(rows[0].today), '2026-Q3', '2026-Q1'],
    key: ['meeting.submit.days', 'meeting.rubric', 'admission.age'],
    '...nextauth': ['session', 'csrf', 'providers', 'signin', 'callback/credentials', 'error'],
  };
}

/** The address with a real id for each parameter. */
export const filled = (address: string, ids: Ids, random: Random): string =>
  address.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const known = ids[name];
    return known?.length ? random.pick(known) : random.id('2026-01-01');
  });

/** Each parameter real or junk, and a query of fields real and junk, once or many times. */
export function asked(address: string, ids: Ids, random: Random): string {
  const every = Object.values(ids).flat();
  const junk = () => (random.chance(0.25) ? random.pick(RAW) : encodeURIComponent(random.pick(TEXTS).toWellFormed()));
  const path = address.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const known = ids[name];
    return known?.length && random.chance(0.6) ? random.pick(known) : junk() || 'x';
  });
  const query = Array.from({ length: random.int(0, 5) }, () => {
    const name = random.pick(FIELDS);
    const value = random.chance(0.3)
      ? random.pick(every)
      : random.chance(0.01)
        ? encodeURIComponent(junkText(random).slice(0, 3_000).toWellFormed())
        : junk();
    return Array.from({ length: random.chance(0.25) ? 2 : 1 }, () => `${encodeURIComponent(name)}=${value}`).join('&');
  });
  return query.length ? `${path}?${query.join('&')}` : path;
}
