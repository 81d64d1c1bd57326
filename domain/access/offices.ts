/** How far a right goes from the unit in which the office is held: that unit alone, or everything below it too. */
export type Reach = 'unit' | 'subtree';

/** Every right in the house: a verb on a noun. The label is what docs/permissions.md and the account page show. */
export const PERMISSIONS = {
  'desk.read': 'Xem việc của tôi',
  'unit.read': 'Xem tổ chức đảng',
  'unit.change': 'Thành lập, đổi tên, kết thúc tổ chức đảng',
  'member.read': 'Xem đảng viên',
  'member.edit': 'Thêm, sửa đảng viên',
  'member.event': 'Ghi biến động đảng viên',
  'member.sensitive': 'Xem thông tin nhạy cảm của đảng viên',
  'member.import': 'Nhập danh sách từ Excel',
  'member.export': 'Xuất danh sách ra Excel',
  'minutes.read': 'Xem biên bản sinh hoạt',
  'minutes.write': 'Ghi và nộp biên bản',
  'minutes.accept': 'Duyệt hoặc trả lại biên bản',
  'briefing.read': 'Xem giao ban quý',
  'briefing.freeze': 'Chốt và mở lại số liệu quý',
  'target.set': 'Giao chỉ tiêu',
  'post.read': 'Xem danh mục chức danh và vị trí còn thiếu',
  'post.change': 'Lập, sửa danh mục chức danh',
  'cadre.read': 'Xem hồ sơ cán bộ',
  'cadre.edit': 'Lập, sửa hồ sơ cán bộ',
  'cadre.export': 'Xuất danh sách cán bộ',
  'appointment.decide': 'Ghi quyết định về cán bộ',
  'procedure.read': 'Xem quy trình nhân sự và kết quả phiếu',
  'procedure.write': 'Ghi quy trình nhân sự',
  'succession.read': 'Xem quy hoạch cán bộ',
  'succession.write': 'Đề xuất quy hoạch cán bộ',
  'succession.approve': 'Phê duyệt quy hoạch cán bộ',
  'rotation.read': 'Xem luân chuyển cán bộ',
  'rotation.write': 'Lập kế hoạch, theo dõi luân chuyển',
  'rotation.approve': 'Phê duyệt kế hoạch luân chuyển',
  'rating.read': 'Xem xếp loại cán bộ, tập thể',
  'rating.self': 'Tự nhận xếp loại của đơn vị mình',
  'rating.write': 'Ghi, đề xuất xếp loại',
  'rating.decide': 'Quyết định xếp loại',
  'training.read': 'Xem đào tạo, bồi dưỡng',
  'training.write': 'Lập lớp, ghi kết quả đào tạo, bồi dưỡng',
  'staffing.read': 'Xem biên chế',
  'staffing.write': 'Giao, theo dõi biên chế',
  'rule.read': 'Xem tham số quy định',
  'rule.change': 'Thêm giá trị tham số quy định',
  'account.manage': 'Quản lý tài khoản và chức trách',
  'audit.read': 'Xem nhật ký',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export type Office = { key: string; label: string; permissions: Partial<Record<Permission, Reach>> };

const reading = (reach: Reach) =>
  ({
    'desk.read': reach,
    'unit.read': reach,
    'member.read': reach,
    'minutes.read': reach,
    'briefing.read': reach,
    'rule.read': reach,
  }) as const;

const readingCadres = {
  'post.read': 'subtree',
  'cadre.read': 'subtree',
  'procedure.read': 'subtree',
  'succession.read': 'subtree',
  'rotation.read': 'subtree',
  'rating.read': 'subtree',
  'training.read': 'subtree',
  'staffing.read': 'subtree',
} as const;
/** Who drafts personnel matters; whoever drafted does not confirm. */
const draftingCadres = {
  'post.change': 'subtree',
  'cadre.edit': 'subtree',
  'cadre.export': 'subtree',
  'procedure.write': 'subtree',
  'succession.write': 'subtree',
  'rating.write': 'subtree',
  'training.write': 'subtree',
} as const;
/** Who enters the decisions of the committee that manages the cadres. */
const decidingCadres = {
  'cadre.export': 'subtree',
  'appointment.decide': 'subtree',
  'succession.approve': 'subtree',
  'rating.decide': 'subtree',
} as const;

/** The one statement of rights: what each office may do, and how far. docs/permissions.md is printed from it. */
export const OFFICES = [
  {
    key: 'cell_secretary',
    label: 'Bí thư chi bộ',
    permissions: { ...reading('subtree'), 'minutes.write': 'unit' },
  },
  {
    key: 'cell_committee_member',
    label: 'Chi ủy viên',
    permissions: { ...reading('subtree'), 'minutes.write': 'unit' },
  },
  {
    key: 'committee_officer',
    label: 'Cán bộ Ban Xây dựng Đảng',
    permissions: {
      ...reading('subtree'),
      ...readingCadres,
      ...draftingCadres,
      'rating.self': 'unit',
      'unit.change': 'subtree',
      'member.edit': 'subtree',
      'member.event': 'subtree',
      'member.sensitive': 'subtree',
      'member.import': 'subtree',
      'member.export': 'subtree',
      'minutes.accept': 'subtree',
    },
  },
  {
    key: 'committee_leader',
    label: 'Bí thư, Phó Bí thư Đảng ủy',
    permissions: {
      ...reading('subtree'),
      ...readingCadres,
      ...decidingCadres,
      'member.sensitive': 'subtree',
      'minutes.accept': 'subtree',
      'briefing.freeze': 'subtree',
      'member.export': 'subtree',
    },
  },
  {
    key: 'board_officer',
    label: 'Chuyên viên Ban Tổ chức',
    permissions: {
      ...reading('subtree'),
      ...readingCadres,
      ...draftingCadres,
      'rotation.write': 'subtree',
      'staffing.write': 'subtree',
      'unit.change': 'subtree',
      'member.edit': 'subtree',
      'member.event': 'subtree',
      'member.sensitive': 'subtree',
      'member.import': 'subtree',
      'member.export': 'subtree',
      'minutes.accept': 'subtree',
      'briefing.freeze': 'subtree',
      'target.set': 'subtree',
    },
  },
  {
    key: 'board_head',
    label: 'Trưởng ban Ban Tổ chức',
    permissions: {
      ...reading('subtree'),
      ...readingCadres,
      ...decidingCadres,
      'rotation.approve': 'subtree',
      'member.sensitive': 'subtree',
      'member.export': 'subtree',
      'minutes.accept': 'subtree',
      'briefing.freeze': 'subtree',
      'target.set': 'subtree',
      'rule.change': 'subtree',
    },
  },
  { key: 'provincial_leader', label: 'Thường trực Tỉnh ủy', permissions: { ...reading('subtree'), ...readingCadres } },
  { key: 'log_inspector', label: 'Người kiểm tra nhật ký', permissions: { 'desk.read': 'subtree', 'audit.read': 'subtree' } },
  {
    key: 'system_administrator',
    label: 'Quản trị hệ thống',
    permissions: { 'desk.read': 'subtree', 'account.manage': 'subtree', 'rule.read': 'subtree' },
  },
] as const satisfies readonly Office[];

export type OfficeKey = (typeof OFFICES)[number]['key'];

const BY_KEY = new Map<string, Office>(OFFICES.map((office) => [office.key, office]));

/** The office of that key; undefined when the house does not know it (such a row grants nothing). */
export const officeOf = (key: string): Office | undefined => BY_KEY.get(key);
