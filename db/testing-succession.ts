import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { smallProvince, type TestDatabase, viewerWith } from './testing';
import { addCadre, addPost } from './testing-cadres';

type TitleDraft = { title: string; unit: string; managing?: string; grade: number; seats?: number; body?: boolean };

/** A title of a unit, managed by the unit itself unless said, that asks for advanced theory, a degree and two years in the present post. */
const plantTitle = (db: TestDatabase, { title, unit, managing = unit, ...rest }: TitleDraft): Promise<string> =>
  addPost(db, {
    ...{ title, unitId: unit, managingUnitId: managing, tier: managing === unit ? 'committee' : 'province', elected: true },
    ...{ standards: { theory: 'advanced', professional: 'university', presentPostMonths: 24 }, ...rest },
  });

/** Puts a cadre on a title from a day on. */
export async function plantHolding(db: TestDatabase, cadreId: string, postId: string, seat = 1, fromOn = '2025-07-01') {
  await db.owner.query(
    `insert into appointments (id, cadre_id, managing_unit_id, post_id, seat, unit_id, title, kind, from_on)
     select $1, c.id, c.managing_unit_id, p.id, $4, p.unit_id, p.title, 'elected', $5 from cadres c, posts p where c.id = $2 and p.id = $3`,
    [randomUUID(), cadreId, postId, seat, fromOn],
  );
}

export type PlanningWorld = Awaited<ReturnType<typeof planningWorld>>;

/** A small province with titles of Đông Sơn: the secretary managed by the province, two lower ones by the commune; and cadres for them. */
export async function planningWorld(db: TestDatabase) {
  const units = await smallProvince(db);
  const { province, dongSon, tayHa, cellA, cellC } = units;
  const titles = {
    secretary: await plantTitle(db, { title: 'Bí thư Đảng ủy xã Đông Sơn', unit: dongSon, managing: province, grade: 70 }),
    deputy: await plantTitle(db, { title: 'Phó Chủ tịch UBND xã Đông Sơn', unit: dongSon, grade: 58, seats: 2 }),
    office: await plantTitle(db, { title: 'Chánh Văn phòng Đảng ủy xã Đông Sơn', unit: dongSon, grade: 50 }),
    committee: await plantTitle(db, {
      title: 'Ủy viên Ban Chấp hành Đảng bộ xã Đông Sơn',
      unit: dongSon,
      grade: 48,
      seats: 4,
      body: true,
    }),
    elsewhere: await plantTitle(db, { title: 'Chánh Văn phòng Đảng ủy xã Tây Hà', unit: tayHa, grade: 50 }),
  };
  const cadre = async (name: string, cell = cellA, committee = dongSon) =>
    (await addCadre(db, { fullName: name, cellId: cell, committeeId: committee, managingUnitId: committee })).cadreId;
  const cadres = {
    an: await cadre('Nguyễn Văn An'),
    binh: await cadre('Lò Văn Bình'),
    chi: await cadre('Vi Thị Chi'),
    dung: await cadre('Cầm Văn Dũng'),
    other: await cadre('Hà Văn Khác', cellC, tayHa),
  };
  await db.owner.query("update cadres set born = '1988-04-12', theory = 'advanced', professional = 'university'");
  await db.owner.query('update cadres set female = true where id = $1', [cadres.chi]);
  await plantHolding(db, cadres.an, titles.office);
  const officer = (unit: string): Promise<Viewer> =>
    viewerWith(db, unit === province ? 'board_officer' : 'committee_officer', unit);
  return {
    units,
    titles,
    cadres,
    board: await officer(province),
    head: await viewerWith(db, 'board_head', province),
    officer: await officer(dongSon),
    leader: await viewerWith(db, 'committee_leader', dongSon),
    stranger: await officer(tayHa),
  };
}

export const CAMPAIGN = {
  name: 'Rà soát, bổ sung quy hoạch năm 2026',
  kind: 'review' as const,
  termKind: 'party' as const,
  termFrom: '2030-06-01',
  termTo: '2035-06-01',
  countedOn: '2026-11-22',
  document: 'Kế hoạch 40-KH/BTCTU',
  dueOn: '2026-12-15',
  dueOwnOn: '2027-01-15',
};
