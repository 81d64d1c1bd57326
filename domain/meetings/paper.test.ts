import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '../rule-sets';
import { clockWords, longDate, minutesPaper, type Paper, type PaperBlock, placeOf, type VoteRules } from './paper';
import type { MinutesRecord } from './record';

const rules = defaultRules();
const VOTES: VoteRules = {
  ordinary: rules['vote.ordinary'].value,
  admission: rules['vote.admit'].value,
  official: rules['vote.official'].value,
  strike_off: rules['vote.strikeoff'].value,
};

const RECORD: MinutesRecord = {
  ...{ kind: 'regular', month: '2026-11-01', heldOn: '2026-11-03', startsAt: '19:30', endsAt: '20:45', online: false },
  ...{ place: 'Nhà văn hóa thôn Tây Sơn', number: '1-BB/CB', guests: null, draft: false },
  ...{ chairName: 'Cà Văn Ấn', chairTitle: 'Bí thư Chi bộ', secretaryName: 'Hoàng Thị Dung' },
  cellName: 'Chi bộ thôn Tây Sơn',
  superiorName: 'Đảng bộ xã Đông Sơn',
  provinceName: 'Đảng bộ tỉnh Bình Sơn (dữ liệu mẫu)',
  heads: { total: 29, officials: 27, due: 28, present: 26, officialsPresent: 24 },
  people: [
    { memberId: '1', name: 'Vừ A Sùng', code: 'excused', reason: 'Đi công tác', official: true },
    { memberId: '2', name: 'Lường Thị Ý', code: 'absent', reason: null, official: true },
    { memberId: '3', name: 'Phạm Đình Sơn', code: 'exempt', reason: null, official: true },
    { memberId: '4', name: 'Lò Văn Hải', code: 'late', reason: null, official: true },
  ],
  agenda: [{ title: 'Thông tin thời sự', presenter: 'Cà Văn Ấn', document: 'Thông báo số 5-TB/ĐU' }],
  opinions: [{ speakerName: 'Lò Văn Hải', text: 'đề nghị phân công theo nhóm hộ' }],
  conclusion: 'Thống nhất các nội dung.\nGiao chi ủy theo dõi.',
  resolutions: [
    {
      kind: 'ordinary',
      text: 'Nghị quyết tháng 11',
      base: 27,
      baseReason: null,
      inFavour: 24,
      against: 0,
      other: 0,
      passed: true,
    },
  ],
  assignments: [{ text: 'Đối thoại với 2 hộ', memberName: 'Lò Văn Hải', dueOn: '2026-11-20' }],
  closed: [{ text: 'Vận động hiến đất (Lò Văn Hải)', outcome: 'partly', note: 'Còn 2 hộ' }],
  score: { points: 92.5, max: 100, band: 'good', groups: [] },
};

const linesOf = (blocks: readonly PaperBlock[]) =>
  blocks.flatMap((block) =>
    block.kind === 'text'
      ? [[block.lead, block.text].filter(Boolean).join(' ')]
      : [block.head.join(' | '), ...block.rows.map((row) => row.join(' | '))],
  );
const section = (paper: Paper, at: number) => linesOf(paper.sections[at]?.blocks ?? []);

test('the header names the superior, the cell, a number with two digits, the commune and the day', () => {
  const paper = minutesPaper(RECORD, VOTES);
  assert.deepEqual(
    [paper.superior, paper.issuer, paper.number, paper.placeAndDate, paper.about],
    [
      'ĐẢNG BỘ XÃ ĐÔNG SƠN',
      'CHI BỘ THÔN TÂY SƠN',
      'Số 01-BB/CB',
      'Đông Sơn, ngày 03 tháng 11 năm 2026',
      'sinh hoạt chi bộ thường kỳ tháng 11 năm 2026',
    ],
  );
  assert.deepEqual(linesOf(paper.opening), [
    'Hồi 19 giờ 30, ngày 03/11/2026, tại Nhà văn hóa thôn Tây Sơn, Chi bộ thôn Tây Sơn tổ chức sinh hoạt thường kỳ.',
  ]);
  assert.equal(minutesPaper({ ...RECORD, number: null }, VOTES).number, null);
});

test('who came: heads, shares, and absent people by name with their reason', () => {
  assert.deepEqual(section(minutesPaper(RECORD, VOTES), 0), [
    'Tổng số đảng viên: 29 (chính thức 27, dự bị 2). Phải dự: 28. Có mặt: 26 (chính thức 24, dự bị 2), đạt 92,9%. Trong đó đến muộn: Lò Văn Hải.',
    'Vắng có lý do: 1 (Vừ A Sùng: đi công tác). Vắng không có lý do: 1 (Lường Thị Ý).',
    'Được miễn sinh hoạt: 1 (Phạm Đình Sơn).',
    'Chủ trì: đồng chí Cà Văn Ấn, Bí thư Chi bộ. Thư ký: đồng chí Hoàng Thị Dung.',
  ]);
});

test('what was said, voted and given out stands in the order of the meeting', () => {
  const paper = minutesPaper(RECORD, VOTES);
  assert.deepEqual(section(paper, 1), [
    '1. Thông tin thời sự. Đồng chí Cà Văn Ấn trình bày. Tài liệu: Thông báo số 5-TB/ĐU.',
    '2. Kết quả các việc đã phân công. Hoàn thành 0/1 việc.',
    '- Vận động hiến đất (Lò Văn Hải): xong một phần (còn 2 hộ).',
    '3. Ý kiến thảo luận.',
    'Đồng chí Lò Văn Hải: đề nghị phân công theo nhóm hộ.',
    '4. Kết luận của người chủ trì. Thống nhất các nội dung.',
    'Giao chi ủy theo dõi.',
  ]);
  assert.equal(section(paper, 2)[1], 'Nghị quyết tháng 11. Thông qua (cần quá 1/2). | 27 | 24 | 0 | 0 | 88,9%');
  assert.equal(section(paper, 3)[1], '1 | Đối thoại với 2 hộ | Lò Văn Hải | 20/11/2026');
  assert.deepEqual(linesOf(paper.closing), [
    'Chất lượng buổi sinh hoạt: 92,5/100 điểm, xếp loại Tốt.',
    'Biên bản đã được đọc và thông qua trước chi bộ. Kết thúc hồi 20 giờ 45 cùng ngày.',
  ]);
});

test('minutes begun and not yet filled leave room for the hand', () => {
  const empty = { heldOn: null, startsAt: null, endsAt: null, place: null, number: null, chairName: null, secretaryName: null };
  const none = {
    heads: null,
    people: [],
    agenda: [],
    opinions: [],
    conclusion: null,
    resolutions: [],
    assignments: [],
    closed: [],
  };
  const paper = minutesPaper({ ...RECORD, ...empty, ...none, score: null, draft: true }, VOTES);
  assert.equal(paper.placeAndDate, 'Đông Sơn, ngày …… tháng 11 năm 2026');
  assert.deepEqual(section(paper, 2), ['Không có nội dung biểu quyết.']);
  assert.deepEqual(section(paper, 3), ['Không giao việc mới.']);
});

for (const [day, words] of [
  ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
  ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
  ['2026-03-01', 'ngày 01 tháng 3 năm 2026'],
] as const)
  test(`${day} is written ${words}`, () => assert.equal(longDate(day, day), words));

for (const [superiorName, place] of [
  ['Đảng bộ phường Trần Phú', 'Trần Phú'],
  ['Đảng bộ huyện Mường Sơn', 'Mường Sơn'],
  ['Đảng bộ các cơ quan Đảng tỉnh', 'Bình Sơn'],
  [null, 'Bình Sơn'],
] as const)
  test(`papers under ${superiorName} are dated from ${place}`, () =>
    assert.equal(placeOf({ superiorName, provinceName: RECORD.provinceName }), place));

test('clock times are read out', () => assert.equal(clockWords('08:05'), '08 giờ 05'));
