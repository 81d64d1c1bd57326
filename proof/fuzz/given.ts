import type pg from 'pg';
import type { Random } from '@/db/seed/random';
import { formatDate } from '@/domain/calendar';
import type { Form } from './mutations';

/** How an action is asked for rightly: by whom (a demo account) and with what; `dear` ones hash a password. */
export type Rightly = { who: string; form: () => Promise<Form>; dear?: true };
export type Forms = Record<string, Rightly>;
type Row = Record<string, unknown>;

export const text = (value: unknown) => String(value ?? '');
export const of = (who: string, form: () => Promise<Form> | Form, dear?: true): Rightly => ({
  who,
  form: async () => form(),
  ...(dear && { dear }),
});
/** Demo accounts by what they do. */
export const board = 'chuyenvien';
export const head = 'truongban';
export const secretary = 'bithu';

export type Given = Awaited<ReturnType<typeof givenBy>>;

/** What the forms of every feature are made from: a row of the books at hazard, today, a decision. */
export async function givenBy(db: pg.Pool, random: Random) {
  const rows = async (sql: string, values: unknown[] = []): Promise<Row[]> =>
    // What the posts before used up is looked for as nothing.
    (
      await db.query(
        sql,
        values.map((value) => (value === '' ? null : value)),
      )
    ).rows;
  const row = async (sql: string, values: unknown[] = []): Promise<Row> => (await rows(sql, values))[0] ?? {};
  /** Id and version, as text, of a row of `table` at hazard. */
  const any = async (table: string, where = 'true') => {
    const { id, version } = await row(`select id, version from ${table} where ${where} order by random() limit 1`);
    return { id: text(id), version: text(version) };
  };
  const { today: day } = await row("select to_char(today_vn(), 'YYYY-MM-DD') as today");
  const today = text(day);
  const shown = formatDate(today);
  const decision = {
    decisionNumber: '15-QĐ/ĐU',
    decisionDate: shown,
    issuer: 'Ban Thường vụ',
    signer: 'Cà Văn Ánh',
    effectiveOn: shown,
  };
  const dongSon = await row(
    "select id, (select json_agg(name) from units c where c.parent_id = u.id and c.is_cell) as cells from units u where name like '%xã Đông Sơn'",
  );
  return {
    ...{ rows, row, any, random, today, shown, decision },
    dongSon: { id: text(dongSon.id), cells: (dongSon.cells as string[] | null) ?? [] },
    unit: (where: string) => any('units', where),
    cell: () => any('units', 'is_cell and closed_on is null'),
    cadre: () => any('cadres', 'serving'),
    post: () => any('posts', 'valid_to is null'),
    letters: () => Array.from({ length: 8 }, () => random.pick([...'abcdeghiklmnopqrstuvxy'])).join(''),
  };
}
