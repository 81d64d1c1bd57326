/** Kinds of party organizations after 1 July 2025 (Quy định 294-QĐ/TW); H is the district committee that ended on that day. */
export const UNIT_KINDS = {
  P: { label: 'Đảng bộ tỉnh', short: 'Tỉnh', cell: false },
  U: { label: 'Đảng bộ xã, phường và tương đương', short: 'Trực thuộc tỉnh', cell: false },
  G1: { label: 'Đảng bộ cơ sở', short: 'Đảng bộ cơ sở', cell: false },
  G2: { label: 'Chi bộ cơ sở', short: 'Chi bộ cơ sở', cell: true },
  S: { label: 'Đảng bộ bộ phận', short: 'Đảng bộ bộ phận', cell: false },
  C: { label: 'Chi bộ trực thuộc', short: 'Chi bộ trực thuộc', cell: true },
  T: { label: 'Tổ đảng', short: 'Tổ đảng', cell: false },
  H: { label: 'Huyện ủy và tương đương (đã kết thúc)', short: 'Cấp huyện', cell: false },
} as const;

export type UnitKind = keyof typeof UNIT_KINDS;

export const isUnitKind = (kind: string): kind is UnitKind => Object.hasOwn(UNIT_KINDS, kind);
export const kindLabel = (kind: string): string => (isUnitKind(kind) ? UNIT_KINDS[kind].label : kind);
/** Kinds that meet every month and have members of their own. */
export const isCellKind = (kind: string): boolean => isUnitKind(kind) && UNIT_KINDS[kind].cell;

/** Sectors of grass-roots organizations (loại hình), as the statistics forms list them. */
export const SECTORS = {
  commune: 'Xã',
  ward: 'Phường',
  special_zone: 'Đặc khu',
  administrative: 'Cơ quan hành chính',
  education: 'Sự nghiệp giáo dục, đào tạo',
  health: 'Sự nghiệp y tế',
  public_service: 'Sự nghiệp khoa học, văn hóa, khác',
  private_service: 'Sự nghiệp ngoài công lập',
  state_enterprise: 'Doanh nghiệp nhà nước',
  state_share_enterprise: 'Công ty cổ phần có vốn nhà nước',
  private_enterprise: 'Doanh nghiệp ngoài khu vực nhà nước',
  foreign_enterprise: 'Doanh nghiệp có vốn đầu tư nước ngoài',
  cooperative: 'Hợp tác xã',
  military: 'Quân đội',
  police: 'Công an',
  abroad: 'Cơ quan đại diện ngoài nước',
  other: 'Loại hình khác',
} as const;

export type Sector = keyof typeof SECTORS;

export const isSector = (sector: string): sector is Sector => Object.hasOwn(SECTORS, sector);
export const sectorLabel = (sector: string | null): string =>
  sector === null ? '' : isSector(sector) ? SECTORS[sector] : sector;
