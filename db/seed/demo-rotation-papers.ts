import { addMonths } from '@/domain/calendar';
import type { RotationLevel } from '@/domain/rotations/levels';
import { type Asked, eventRow, moment, type Row, rotationRow, UNDECIDED } from './demo-rotation-rows';
import { words } from './demo-rotation-turns';
import type { Random } from './random';

type Place = readonly [level: RotationLevel, title: string, unitName: string];
/** Of the years before the catalogue, as their papers name titles and places. */
const MOVES: readonly { year: number; from: Place; to: Place }[] = [
  {
    year: 2012,
    from: ['agency', 'Phó Trưởng phòng', 'Sở Nội vụ'],
    to: ['district', 'Phó Trưởng Ban Tổ chức Huyện ủy', 'Đảng bộ huyện Mường Sơn'],
  },
  {
    year: 2013,
    from: ['district', 'Trưởng phòng Nội vụ', 'Đảng bộ huyện Tân Bình'],
    to: ['commune', 'Bí thư Đảng ủy xã Tân Lập', 'Đảng bộ xã Tân Lập'],
  },
  {
    year: 2014,
    from: ['district', 'Phó Trưởng Ban Dân vận Huyện ủy', 'Đảng bộ huyện Mường Sơn'],
    to: ['commune', 'Chủ tịch UBND xã Bản Phố', 'Đảng bộ xã Bản Phố'],
  },
  {
    year: 2015,
    from: ['commune', 'Bí thư Đảng ủy xã Nà Lâu', 'Đảng bộ xã Nà Lâu'],
    to: ['district', 'Phó Chủ nhiệm UBKT Huyện ủy', 'Đảng bộ huyện Mường Sơn'],
  },
  {
    year: 2015,
    from: ['agency', 'Trưởng phòng', 'Ban Tuyên giáo Tỉnh ủy'],
    to: ['district', 'Trưởng Ban Tuyên giáo Thành ủy', 'Đảng bộ thành phố Bình Sơn'],
  },
  {
    year: 2016,
    from: ['district', 'Chánh Văn phòng Huyện ủy', 'Đảng bộ huyện Tân Bình'],
    to: ['commune', 'Bí thư Đảng ủy xã Thanh Bình', 'Đảng bộ xã Thanh Bình'],
  },
  {
    year: 2017,
    from: ['district', 'Phó Trưởng phòng Tài chính', 'Đảng bộ thành phố Bình Sơn'],
    to: ['commune', 'Chủ tịch UBND xã Hòa An', 'Đảng bộ xã Hòa An'],
  },
  {
    year: 2018,
    from: ['district', 'Trưởng Ban Tổ chức Huyện ủy', 'Đảng bộ huyện Mường Sơn'],
    to: ['agency', 'Phó Trưởng phòng', 'Ban Tổ chức Tỉnh ủy'],
  },
];

/** The board entered them some months ago. */
const enteredAt = ({ today }: Asked) => moment(addMonths(today, -8));

/** Rotations of 2012–2018 that the board entered from papers: some say the day, most only the month. */
export function pastRotations(random: Random, asked: Asked): { rows: Row[]; events: Row[] } {
  const elders = asked.cadres.filter(({ person, post }) => person.birthYear <= 1979 && post.grade >= 60);
  const rows = MOVES.flatMap(({ year, from, to }, at) => {
    // The first one went out twice.
    const cadre = elders[(at % 6) * 3];
    if (!cadre) return [];
    const startedOn = `${year}-0${random.int(2, 9)}-01`;
    const told = rotationRow(random, asked, {
      ...{ cadre, from: words(...from), to: words(...to), basis: at % 3 === 2 ? 'b' : 'a', startedOn, appointmentId: null },
      endedOn: addMonths(startedOn, random.int(36, 44)),
      placement: random.pick(['returned', 'higher', 'elsewhere'] as const),
      placementTitle: from[2],
    });
    const districts = [from, to].filter(([level]) => level === 'district').map(([, , unitName]) => unitName);
    const below = [from, to].some(([level]) => level === 'commune');
    return [{ ...told, ...recordedColumns(told, asked, at % 4 !== 3), ...(below && decidedBelow(told, districts)) }];
  });
  return { rows, events: rows.flatMap((row) => entriesOf(random, asked, row)) };
}

const recordedColumns = (row: Row, asked: Asked, monthOnly: boolean): Row => ({
  ...{ recorded: true, expected: row.placement, proposed_by: asked.people.officer, proposed_at: enteredAt(asked) },
  updated_at: enteredAt(asked),
  started_said: monthOnly ? String(row.started_on).slice(0, 7) : null,
  ended_said: monthOnly ? String(row.ended_on).slice(0, 7) : null,
});

/** Between a district and its communes the district decided. */
function decidedBelow({ decision_number }: Row, [district = '']: string[]): Row {
  const [body, sign] = district.includes('thành phố') ? ['Thành ủy', 'ThU'] : ['Huyện ủy', 'HU'];
  const number = String(decision_number).replace('QĐ/TU', `QĐ/${sign}`);
  return { decision_number: number, issuer: `Ban Thường vụ ${body}`, signer: 'Tòng Văn Inh' };
}

function entriesOf(random: Random, asked: Asked, row: Row): Row[] {
  const { decision_number, decision_date, issuer, signer } = row;
  const entry = (kind: string, day: unknown, more: Row) => ({
    ...eventRow(random, row.id, kind, String(day), asked.people.officer, more),
    entered_at: enteredAt(asked),
  });
  const ended = entry('ended', row.ended_on, { ...UNDECIDED });
  return [
    entry('recorded', row.started_on, { decision_number, decision_date, issuer, signer }),
    { ...ended, note: row.result_note },
  ];
}
