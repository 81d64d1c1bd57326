/** Hệ thống chính trị mà chức danh thuộc về. */
export const SYSTEMS = {
  party: 'Đảng',
  state: 'Chính quyền',
  front: 'Mặt trận, đoàn thể',
  public: 'Đơn vị sự nghiệp',
  armed: 'Lực lượng vũ trang',
} as const;
export type System = keyof typeof SYSTEMS;

/** From the highest to the lowest; the district ended on 1 July 2025 and stays for history. An agency is a body of the province or a commune. */
export const LEVELS = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  grassroots: 'Cơ sở',
} as const;
export type Level = keyof typeof LEVELS;

/** Diện quản lý: whose standing committee decides, from the highest to the lowest (domain file B, 1.2). */
export const TIERS = {
  central: 'Bộ Chính trị, Ban Bí thư quản lý',
  province: 'Ban Thường vụ Tỉnh ủy quản lý',
  committee: 'Ban Thường vụ đảng ủy trực thuộc quản lý',
} as const;
export type Tier = keyof typeof TIERS;

/** The same in a column of a list. */
export const TIER_SHORT: Record<Tier, string> = { central: 'Trung ương', province: 'Tỉnh ủy', committee: 'Đảng ủy' };

export const RANKS = { head: 'Cấp trưởng', deputy: 'Cấp phó', member: 'Thành viên' } as const;
export type Rank = keyof typeof RANKS;

export const isSystem = (text: string): text is System => Object.hasOwn(SYSTEMS, text);
export const isLevel = (text: string): text is Level => Object.hasOwn(LEVELS, text);
export const isTier = (text: string): text is Tier => Object.hasOwn(TIERS, text);
export const isRank = (text: string): text is Rank => Object.hasOwn(RANKS, text);

const tierOrder = (tier: Tier): number => Object.keys(TIERS).indexOf(tier);
/** The higher of two tiers decides for a person of several posts (Hướng dẫn phân cấp quản lý cán bộ). */
export const higherTier = (a: Tier, b: Tier): Tier => (tierOrder(a) <= tierOrder(b) ? a : b);
