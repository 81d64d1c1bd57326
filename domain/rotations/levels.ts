import type { Level } from '@/domain/posts/kinds';

/** Where a post stands, from the highest. An agency is a body of the province beside its leadership; the district ended with the rule 'district.ended'. */
export const ROTATION_LEVELS = {
  central: 'Trung ương',
  province: 'Tỉnh',
  agency: 'Sở, ban, ngành tỉnh',
  district: 'Huyện',
  commune: 'Xã, phường',
  grassroots: 'Cơ sở',
} as const;
export type RotationLevel = keyof typeof ROTATION_LEVELS;

export const LEVEL_ORDER = Object.keys(ROTATION_LEVELS) as RotationLevel[];
export const isRotationLevel = (text: string): text is RotationLevel => Object.hasOwn(ROTATION_LEVELS, text);

/** Lower number, higher level; the bodies of the province stand level with it. */
const STEP: Record<RotationLevel, number> = { central: 0, province: 1, agency: 1, district: 2, commune: 3, grassroots: 4 };

export const DIRECTIONS = { down: 'Từ trên xuống', up: 'Từ dưới lên', across: 'Ngang' } as const;
export type Direction = keyof typeof DIRECTIONS;
export const isDirection = (text: string): text is Direction => Object.hasOwn(DIRECTIONS, text);

/** Down, up or across, from the levels of both posts (Quy định 65-QĐ/TW: between levels, localities, and bodies of one level). */
export function directionOf(from: RotationLevel, to: RotationLevel): Direction {
  if (STEP[from] === STEP[to]) return 'across';
  return STEP[from] < STEP[to] ? 'down' : 'up';
}

export const isVertical = (from: RotationLevel, to: RotationLevel): boolean => directionOf(from, to) !== 'across';

/** 'Tỉnh → Xã, phường'. */
export const moveLabel = (from: RotationLevel, to: RotationLevel): string => `${ROTATION_LEVELS[from]} → ${ROTATION_LEVELS[to]}`;

/** The level of a title for rotations: at the province's level, what stands in another unit than the province itself is an agency. */
export const levelOfPost = (level: Level, unitKind: string): RotationLevel =>
  level === 'province' && unitKind !== 'P' ? 'agency' : level;
