/** The invented province as people would tell it; everything else is drawn from it. */
export type CellStyle = 'hamlet' | 'street' | 'school' | 'health' | 'office' | 'company';
export type CellPlan = { name: string; style: CellStyle };
export type BasePlan = { name: string; style: CellStyle; cells: string[]; section?: { name: string; cells: string[] } };
export type CommitteePlan = {
  name: string;
  district: number;
  peoples: People[];
  cells: CellPlan[];
  bases: BasePlan[];
  empty?: boolean;
  ends?: { cell: CellPlan; into: string };
};
export type People = 'kinh' | 'thai' | 'mong' | 'tay' | 'dao' | 'khmu';

export const DISTRICTS = [
  { name: 'Đảng bộ thành phố Bình Sơn', founded: '1962-10-27', closed: '2025-06-30', number: '812-QĐ/TU', signed: '2025-06-20' },
  { name: 'Đảng bộ huyện Mường Sơn', founded: '1953-11-18', closed: '2025-06-30', number: '813-QĐ/TU', signed: '2025-06-20' },
  { name: 'Đảng bộ huyện Tân Bình', founded: '1954-08-02', closed: '2025-06-30', number: '814-QĐ/TU', signed: '2025-06-20' },
  {
    name: 'Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh',
    founded: '2008-03-05',
    closed: '2025-02-09',
    number: '655-QĐ/TU',
    signed: '2025-01-24',
  },
];

const hamlets = (...names: string[]): CellPlan[] => names.map((name) => ({ name: `Chi bộ ${name}`, style: 'hamlet' }));
const streets = (count: number): CellPlan[] =>
  Array.from({ length: count }, (_, index) => ({ name: `Chi bộ tổ dân phố ${index + 1}`, style: 'street' }));
const schools = (...names: string[]): CellPlan[] => names.map((name) => ({ name: `Chi bộ Trường ${name}`, style: 'school' }));
const health = (name: string): CellPlan => ({ name: `Chi bộ Trạm Y tế ${name}`, style: 'health' });
const offices = (...names: string[]): CellPlan[] => names.map((name) => ({ name: `Chi bộ ${name}`, style: 'office' }));
const company = (name: string, ...cells: string[]): BasePlan => ({
  name: `Đảng bộ ${name}`,
  style: 'company',
  cells: cells.map((cell) => `Chi bộ ${cell}`),
});
const department = (name: string, ...cells: string[]): BasePlan => ({
  name: `Đảng bộ ${name}`,
  style: 'office',
  cells: cells.map((cell) => `Chi bộ ${cell}`),
});

/** Twelve committees, 150 living cells. */
export const COMMITTEES: CommitteePlan[] = [
  {
    name: 'Đảng bộ phường Trần Phú',
    district: 0,
    peoples: ['kinh', 'kinh', 'kinh', 'thai', 'tay'],
    cells: [
      ...streets(11),
      ...schools('Tiểu học Trần Phú', 'THCS Quyết Tiến'),
      health('phường Trần Phú'),
      ...offices('cơ quan Ủy ban nhân dân phường'),
    ],
    bases: [company('Công ty Cổ phần Xi măng Bình Sơn', 'Văn phòng công ty', 'Phân xưởng Nghiền', 'Phân xưởng Lò nung')],
  },
  {
    name: 'Đảng bộ phường Quang Trung',
    district: 0,
    peoples: ['kinh', 'kinh', 'thai', 'mong'],
    cells: [...streets(8), ...schools('THPT chuyên Bình Sơn', 'Mầm non Hoa Ban'), ...offices('cơ quan Đảng ủy phường')],
    bases: [
      {
        name: 'Đảng bộ Bệnh viện Đa khoa tỉnh',
        style: 'health',
        cells: ['Chi bộ khối Hành chính', 'Chi bộ khối Nội', 'Chi bộ khối Ngoại', 'Chi bộ khối Cận lâm sàng'],
      },
    ],
  },
  {
    name: 'Đảng bộ xã Hòa An',
    district: 0,
    peoples: ['kinh', 'tay', 'thai'],
    cells: [
      ...hamlets(
        'thôn Hòa Bình',
        'thôn An Lạc',
        'thôn Đồng Tâm',
        'thôn Bến Gỗ',
        'thôn Phú Thịnh',
        'thôn Cầu Đá',
        'thôn Trung Tâm',
      ),
      ...schools('THCS Hòa An', 'Tiểu học Hòa An'),
      health('xã Hòa An'),
    ],
    bases: [],
  },
  {
    name: 'Đảng bộ xã Nà Lâu',
    district: 1,
    peoples: ['thai', 'thai', 'mong', 'kinh'],
    cells: [
      ...hamlets(
        'bản Nà Lâu',
        'bản Nà Tấu',
        'bản Huổi Lếch',
        'bản Pá Ban',
        'bản Nà Cáy',
        'bản Hua Nạ',
        'bản Co Muông',
        'bản Phiêng Quai',
        'bản Nà Sản',
      ),
      ...schools('PTDT bán trú THCS Nà Lâu', 'Tiểu học Nà Lâu', 'Mầm non Nà Lâu'),
      health('xã Nà Lâu'),
      ...offices('cơ quan xã Nà Lâu'),
    ],
    bases: [],
  },
  {
    name: 'Đảng bộ xã Mường Sơn',
    district: 1,
    peoples: ['thai', 'kinh', 'mong', 'khmu'],
    cells: [
      ...hamlets(
        'bản Mường',
        'bản Chiềng Đông',
        'bản Pom Khoang',
        'bản Lả Mường',
        'bản Huổi Mí',
        'bản Ten Cá',
        'tiểu khu 1',
        'tiểu khu 2',
      ),
      ...schools('THPT Mường Sơn', 'Tiểu học Mường Sơn'),
      health('xã Mường Sơn'),
      ...offices('cơ quan xã Mường Sơn'),
    ],
    bases: [],
  },
  {
    name: 'Đảng bộ xã Bản Phố',
    district: 1,
    peoples: ['mong', 'mong', 'dao', 'kinh'],
    cells: [
      ...hamlets(
        'thôn Bản Phố 1',
        'thôn Bản Phố 2',
        'thôn Háng Dê',
        'thôn Làng Mới',
        'thôn Kháo Sáo',
        'thôn Phéc Bủng',
        'thôn Trung La',
        'thôn Sín Chải',
      ),
      ...schools('PTDT bán trú Bản Phố'),
      health('xã Bản Phố'),
      ...offices('cơ quan xã Bản Phố'),
    ],
    bases: [],
  },
  {
    name: 'Đảng bộ xã Nậm Cắt',
    district: 1,
    peoples: ['dao', 'tay', 'mong'],
    cells: [
      ...hamlets('thôn Nậm Cắt', 'thôn Khuổi Ky', 'thôn Bản Lồm', 'thôn Nà Pán', 'thôn Tà Chải', 'thôn Lũng Luông'),
      ...schools('THCS Nậm Cắt'),
      health('xã Nậm Cắt'),
      ...offices('cơ quan xã Nậm Cắt'),
    ],
    bases: [],
  },
  {
    name: 'Đảng bộ xã Đông Sơn',
    district: 2,
    peoples: ['kinh', 'thai'],
    empty: true,
    cells: [...hamlets('thôn Đông Hà', 'thôn Tây Sơn'), ...schools('THCS Lê Lợi')],
    bases: [],
  },
  {
    name: 'Đảng bộ xã Tân Lập',
    district: 2,
    peoples: ['kinh', 'kinh', 'thai', 'dao'],
    cells: [
      ...hamlets(
        'thôn Tân Hợp',
        'thôn Tân Tiến',
        'thôn Tân Thanh',
        'thôn Đồi Cọ',
        'thôn Suối Trong',
        'thôn Na Hồ',
        'thôn Cây Đa',
      ),
      ...schools('THCS Tân Lập', 'Mầm non Tân Lập'),
      health('xã Tân Lập'),
    ],
    bases: [company('Công ty Trách nhiệm hữu hạn Chè Tân Lập', 'Đội sản xuất 1', 'Đội sản xuất 2', 'Nhà máy chế biến')],
    ends: { cell: { name: 'Chi bộ thôn Đồi Chè', style: 'hamlet' }, into: 'Chi bộ thôn Tân Hợp' },
  },
  {
    name: 'Đảng bộ xã Thanh Bình',
    district: 2,
    peoples: ['kinh', 'tay', 'dao'],
    cells: [
      ...hamlets('thôn 1', 'thôn 2', 'thôn 3', 'thôn 4', 'thôn 5', 'thôn 6', 'thôn 7', 'thôn 8', 'thôn 9', 'thôn 10'),
      ...schools('THPT Thanh Bình', 'Tiểu học Thanh Bình'),
      health('xã Thanh Bình'),
    ],
    bases: [],
  },
  {
    name: 'Đảng bộ các cơ quan Đảng tỉnh',
    district: 3,
    peoples: ['kinh', 'kinh', 'thai', 'tay', 'mong'],
    cells: offices(
      'Ban Tổ chức Tỉnh ủy',
      'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      'Cơ quan Ủy ban Kiểm tra Tỉnh ủy',
      'Ban Nội chính Tỉnh ủy',
      'Trường Chính trị tỉnh',
      'Báo và Phát thanh, Truyền hình tỉnh',
    ),
    bases: [
      department('Văn phòng Tỉnh ủy', 'Phòng Tổng hợp', 'Phòng Hành chính', 'Phòng Quản trị'),
      department(
        'Ủy ban Mặt trận Tổ quốc tỉnh',
        'Ban Phong trào',
        'Hội Nông dân tỉnh',
        'Hội Liên hiệp Phụ nữ tỉnh',
        'Tỉnh đoàn',
        'Liên đoàn Lao động tỉnh',
      ),
    ],
  },
  {
    name: 'Đảng bộ Ủy ban nhân dân tỉnh',
    district: 3,
    peoples: ['kinh', 'kinh', 'kinh', 'thai', 'tay'],
    cells: offices('Thanh tra tỉnh', 'Sở Ngoại vụ', 'Sở Dân tộc và Tôn giáo'),
    bases: [
      department('Sở Nội vụ', 'Văn phòng Sở Nội vụ', 'phòng Công chức, viên chức', 'phòng Lao động, việc làm'),
      department('Sở Tài chính', 'Văn phòng Sở Tài chính', 'phòng Ngân sách', 'phòng Đầu tư', 'phòng Doanh nghiệp'),
      {
        ...department('Sở Giáo dục và Đào tạo', 'Văn phòng Sở Giáo dục và Đào tạo', 'phòng Quản lý chất lượng'),
        section: {
          name: 'Đảng bộ bộ phận Trường Cao đẳng Bình Sơn',
          cells: ['Chi bộ khoa Sư phạm', 'Chi bộ khoa Nông lâm', 'Chi bộ phòng Đào tạo'],
        },
      },
      department(
        'Sở Nông nghiệp và Môi trường',
        'Văn phòng Sở Nông nghiệp và Môi trường',
        'Chi cục Kiểm lâm',
        'Chi cục Thủy lợi',
      ),
    ],
  },
];
