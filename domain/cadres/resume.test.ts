import assert from 'node:assert/strict';
import { test } from 'node:test';
import { biographyRows, heldTitles, type PaperFile, resumeItems } from './resume';

const TODAY = '2026-11-22';
const title = (name: string, over: Partial<PaperFile['titles'][number]> = {}) => ({
  ...{ title: name, kind: 'elected' as const, body: false, grade: 50, fromOn: '2025-07-01', endedOn: null, reversed: false },
  ...over,
});
const file: PaperFile = {
  ...{
    fullName: 'Vì Thị Xã',
    female: true,
    born: '1980-05',
    theory: 'advanced',
    professional: 'master',
    administration: 'principal',
  },
  ...{ defence: 2, birthName: null, otherName: null, birthPlace: null, homePlace: 'xã Đông Sơn', address: null, phone: null },
  ...{
    formerOccupation: null,
    recruitedOn: '2004-09',
    recruitedBy: 'Sở Nội vụ',
    joinedAgencyOn: null,
    joined: '2006-05-19',
    official: '2007-05-19',
  },
  ...{
    cardNumber: '23051774',
    unionJoinedOn: null,
    enlistedOn: null,
    dischargedOn: null,
    militaryRank: null,
    generalEducation: '12/12',
  },
  ...{
    specialty: 'Luật',
    academicTitle: null,
    language: null,
    informatics: null,
    mainWork: null,
    civilRank: null,
    civilStep: null,
  },
  ...{ civilCoefficient: null, civilSince: null, honours: null, strengths: null, longestWork: null },
  titles: [
    title('Ủy viên Ban Thường vụ', { body: true, grade: 62 }),
    title('Phó Bí thư'),
    title('Bí thư Đảng ủy', { grade: 70 }),
    title('Trưởng phòng', { endedOn: TODAY }),
    title('Chức vụ ghi nhầm', { reversed: true }),
    title('Chức vụ sắp giữ', { fromOn: '2026-12-01' }),
  ],
  awards: [{ year: 2024, form: 'Bằng khen', issuer: 'Ủy ban nhân dân tỉnh' }],
  disciplines: [],
} as PaperFile;

const part = (number: number, label: string, sensitive: Parameters<typeof resumeItems>[1] = null) =>
  resumeItems(file, sensitive, TODAY)
    .find((item) => item.number === number)
    ?.parts.find(([name]) => name === label)?.[1];

test('titles of today stand on the papers, the highest first, seats in committees apart; ended, taken back and coming ones do not', () => {
  assert.deepEqual(heldTitles(file, TODAY), { bodies: ['Ủy viên Ban Thường vụ'], posts: ['Bí thư Đảng ủy', 'Phó Bí thư'] });
});

test('form 2C has its items in order, without those that are not kept, and leaves open what nobody wrote', () => {
  const numbers = resumeItems(file, null, TODAY).map(({ number }) => number);
  assert.deepEqual(numbers, [...Array.from({ length: 9 }, (_, at) => at + 1), ...Array.from({ length: 15 }, (_, at) => at + 11)]);
  assert.equal(part(1, 'Họ và tên khai sinh'), 'VÌ THỊ XÃ');
  assert.equal(part(4, 'Sinh ngày'), '05/1980');
  assert.equal(part(5, 'Nơi sinh'), null);
  assert.equal(part(14, 'Số thẻ'), '23.051.774');
  assert.equal(part(17, 'Chuyên môn cao nhất'), 'Thạc sĩ, Luật');
  assert.equal(part(22, 'Khen thưởng'), 'Bằng khen của Ủy ban nhân dân tỉnh (2024)');
  assert.equal(part(23, 'Kỷ luật'), 'Không');
});

test('sensitive items are open without the right to them', () => {
  assert.equal(part(8, 'Dân tộc'), null);
  assert.equal(part(8, 'Dân tộc', { ethnicity: 'Thái', religion: 'Không', citizenId: null, health: null }), 'Thái');
});

test('a biography has only what is known', () => {
  const rows = biographyRows(file, null, TODAY);
  assert.ok(!rows.some(([label]) => ['Tôn giáo', 'Nơi ở hiện nay', 'Tên gọi khác'].includes(label)));
  assert.deepEqual(
    rows.find(([label]) => label === 'Chức vụ hiện nay')?.[1],
    'Bí thư Đảng ủy; Phó Bí thư; Ủy viên Ban Thường vụ',
  );
});
