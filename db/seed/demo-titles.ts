import type { Level, Rank, System, Tier } from '@/domain/posts/kinds';
import type { Standards } from '@/domain/posts/standards';

/** A title of the invented province. place: where it stands; managed: `province` or the committee itself. */
export type TitlePlan = {
  title: string;
  code: string;
  system: System;
  level: Level;
  tier: Tier;
  rank: Rank;
  grade: number;
  seats: number;
  elected?: true;
  body?: true;
  outsider?: true;
  allowance: string;
  needs: Partial<Standards>;
};

const ADVANCED = { theory: 'advanced', professional: 'university', administration: 'principal', defence: 2 } as const;
const COMMUNE_HEAD = { theory: 'advanced', professional: 'university', administration: 'specialist', defence: 2 } as const;
const MIDDLE = { theory: 'middle', professional: 'university', administration: 'specialist', defence: 3 } as const;
const HIGHER = { ...ADVANCED, presentPostMonths: 24 };

type Short = [
  title: string,
  code: string,
  system: System,
  tier: Tier,
  rank: Rank,
  grade: number,
  seats: number,
  allowance: string,
  needs: Partial<Standards>,
  more?: Partial<TitlePlan>,
];
const titles =
  (level: Level) =>
  ([title, code, system, tier, rank, grade, seats, allowance, needs, more]: Short): TitlePlan => ({
    ...{ title, code, system, level, tier, rank, grade, seats, allowance, needs },
    ...more,
  });

const SHORTS_PROVINCE: Short[] = [
  ['Bí thư Tỉnh ủy', 'TU-BT', 'party', 'central', 'head', 100, 1, '1,30', HIGHER, { elected: true, outsider: true }],
  ['Phó Bí thư Tỉnh ủy', 'TU-PBT', 'party', 'central', 'deputy', 95, 2, '1,25', HIGHER, { elected: true }],
  [
    'Chủ tịch Ủy ban nhân dân tỉnh',
    'UBT-CT',
    'state',
    'central',
    'head',
    95,
    1,
    '1,25',
    HIGHER,
    { elected: true, outsider: true },
  ],
  ['Phó Chủ tịch Ủy ban nhân dân tỉnh', 'UBT-PCT', 'state', 'central', 'deputy', 88, 3, '1,05', HIGHER, { elected: true }],
  [
    'Ủy viên Ban Thường vụ Tỉnh ủy',
    'TU-BTV',
    'party',
    'central',
    'member',
    85,
    13,
    '0,00',
    HIGHER,
    { elected: true, body: true },
  ],
  [
    'Ủy viên Ban Chấp hành Đảng bộ tỉnh',
    'TU-BCH',
    'party',
    'province',
    'member',
    75,
    40,
    '0,00',
    ADVANCED,
    { elected: true, body: true },
  ],
  [
    'Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    'MTT-CT',
    'front',
    'province',
    'head',
    80,
    1,
    '0,90',
    HIGHER,
    { elected: true },
  ],
  [
    'Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    'MTT-PCT',
    'front',
    'province',
    'deputy',
    70,
    3,
    '0,70',
    ADVANCED,
    { elected: true },
  ],
];
export const PROVINCE_TITLES = SHORTS_PROVINCE.map(titles('province'));

/** Bodies of the province: [name in the head's title, name in the deputies', code]; sections below are managed by their agency committee. */
export const PARTY_BODIES = [
  ['Trưởng Ban Tổ chức Tỉnh ủy', 'Phó Trưởng Ban Tổ chức Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy', 'BTC'],
  ['Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy', 'Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh ủy', 'UBKT'],
  [
    'Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy',
    'Phó Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy',
    'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    'BTGDV',
  ],
  ['Trưởng Ban Nội chính Tỉnh ủy', 'Phó Trưởng Ban Nội chính Tỉnh ủy', 'Ban Nội chính Tỉnh ủy', 'BNC'],
  ['Chánh Văn phòng Tỉnh ủy', 'Phó Chánh Văn phòng Tỉnh ủy', 'Văn phòng Tỉnh ủy', 'VPTU'],
] as const;
export const DEPARTMENTS = [
  'Nội vụ',
  'Tài chính',
  'Xây dựng',
  'Nông nghiệp và Môi trường',
  'Y tế',
  'Giáo dục và Đào tạo',
  'Khoa học và Công nghệ',
  'Văn hóa, Thể thao và Du lịch',
  'Công Thương',
  'Tư pháp',
] as const;

const section = (system: System, body: string, code: string): Short[] => [
  [`Trưởng phòng, ${body}`, `${code}-TP`, system, 'committee', 'head', 60, 4, '0,50', MIDDLE],
  [`Phó Trưởng phòng, ${body}`, `${code}-PTP`, system, 'committee', 'deputy', 55, 4, '0,40', MIDDLE],
];
export const partyBodyTitles = ([head, deputy, body, code]: (typeof PARTY_BODIES)[number]): TitlePlan[] =>
  [
    [head, `${code}-T`, 'party', 'province', 'head', 80, 1, '1,00', HIGHER] satisfies Short,
    [deputy, `${code}-P`, 'party', 'province', 'deputy', 70, 3, '0,80', ADVANCED] satisfies Short,
    ...section('party', body, code),
  ].map(titles('province'));
export const departmentTitles = (name: string, at: number): TitlePlan[] =>
  [
    [`Giám đốc Sở ${name}`, `SO${at + 1}-GD`, 'state', 'province', 'head', 80, 1, '0,90', HIGHER] satisfies Short,
    [`Phó Giám đốc Sở ${name}`, `SO${at + 1}-PGD`, 'state', 'province', 'deputy', 70, 3, '0,70', ADVANCED] satisfies Short,
    ...section('state', `Sở ${name}`, `SO${at + 1}`),
  ].map(titles('province'));

/** where: "phường Trần Phú", "xã Hòa An". */
export const communeTitles = (where: string, code: string): TitlePlan[] => {
  const list: Short[] = [
    [
      `Bí thư Đảng ủy ${where}`,
      'BT',
      'party',
      'province',
      'head',
      70,
      1,
      '0,65',
      COMMUNE_HEAD,
      { elected: true, outsider: true },
    ],
    [
      `Phó Bí thư Thường trực Đảng ủy ${where}`,
      'PBT',
      'party',
      'province',
      'deputy',
      65,
      1,
      '0,60',
      COMMUNE_HEAD,
      { elected: true },
    ],
    [
      `Phó Bí thư, Chủ tịch Ủy ban nhân dân ${where}`,
      'CT',
      'state',
      'province',
      'head',
      65,
      1,
      '0,60',
      COMMUNE_HEAD,
      { elected: true, outsider: true },
    ],
    [`Phó Chủ tịch Hội đồng nhân dân ${where}`, 'PHD', 'state', 'committee', 'deputy', 58, 1, '0,50', MIDDLE, { elected: true }],
    [`Phó Chủ tịch Ủy ban nhân dân ${where}`, 'PCT', 'state', 'committee', 'deputy', 58, 2, '0,50', MIDDLE, { elected: true }],
    [
      `Chủ nhiệm Ủy ban Kiểm tra Đảng ủy ${where}`,
      'UBKT',
      'party',
      'committee',
      'head',
      58,
      1,
      '0,50',
      MIDDLE,
      { elected: true },
    ],
    [`Trưởng Ban Xây dựng Đảng ${where}`, 'BXD', 'party', 'committee', 'head', 58, 1, '0,50', MIDDLE],
    [
      `Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam ${where}`,
      'MT',
      'front',
      'committee',
      'head',
      58,
      1,
      '0,50',
      MIDDLE,
      { elected: true },
    ],
    [`Chánh Văn phòng Đảng ủy ${where}`, 'VP', 'party', 'committee', 'head', 50, 1, '0,35', MIDDLE],
    [`Phó Trưởng Ban Xây dựng Đảng ${where}`, 'PBXD', 'party', 'committee', 'deputy', 45, 1, '0,30', MIDDLE],
    [`Trưởng phòng Kinh tế ${where}`, 'PKT', 'state', 'committee', 'head', 50, 1, '0,35', MIDDLE],
    [`Trưởng phòng Văn hóa – Xã hội ${where}`, 'PVX', 'state', 'committee', 'head', 50, 1, '0,35', MIDDLE],
    [
      `Ủy viên Ban Thường vụ Đảng ủy ${where}`,
      'BTV',
      'party',
      'province',
      'member',
      62,
      7,
      '0,00',
      MIDDLE,
      { elected: true, body: true },
    ],
    [
      `Ủy viên Ban Chấp hành Đảng bộ ${where}`,
      'BCH',
      'party',
      'committee',
      'member',
      48,
      15,
      '0,00',
      MIDDLE,
      { elected: true, body: true },
    ],
  ];
  return list.map(titles('commune')).map((plan) => ({ ...plan, code: `${code}-${plan.code}` }));
};

/** Titles of a district that ended on 30 June 2025. where: "huyện Mường Sơn". */
export const districtTitles = (where: string, code: string): TitlePlan[] => {
  const committee = where.startsWith('thành phố') ? 'Thành ủy' : 'Huyện ủy';
  const place = where.replace(/^(thành phố|huyện) /, '');
  const list: Short[] = [
    [`Bí thư ${committee} ${place}`, 'BT', 'party', 'province', 'head', 80, 1, '1,00', HIGHER, { elected: true, outsider: true }],
    [`Phó Bí thư ${committee} ${place}`, 'PBT', 'party', 'province', 'deputy', 75, 2, '0,90', ADVANCED, { elected: true }],
    [`Trưởng Ban Tổ chức ${committee} ${place}`, 'BTC', 'party', 'province', 'head', 65, 1, '0,55', ADVANCED],
    [`Phó Trưởng Ban Tổ chức ${committee} ${place}`, 'PBTC', 'party', 'committee', 'deputy', 58, 2, '0,40', MIDDLE],
    [`Trưởng phòng Nội vụ ${where}`, 'PNV', 'state', 'committee', 'head', 58, 1, '0,40', MIDDLE],
  ];
  return list.map(titles('district')).map((plan) => ({ ...plan, code: `${code}-${plan.code}` }));
};
