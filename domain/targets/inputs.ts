import { z } from 'zod';
import { countUpTo } from '@/domain/inputs';

const NO_TARGET = 'Chỉ tiêu là số nguyên từ 0, ví dụ 12. Để trống nếu chưa giao.';
const people = countUpTo(100_000, NO_TARGET);
const FIELD = /^value-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export type TargetLine = { unitId: string; before: number | null; value: number | null };

/** One line for each unit of the form: value-<id> as typed, before-<id> as it was when the form was opened; '' means no target. Values are persons. */
export const SetTargets = z
  .looseObject({
    parentId: z.guid(),
    year: z.coerce.number().int().min(2000).max(2100),
    source: z.string().trim().max(300).default(''),
  })
  .transform(({ parentId, year, source, ...fields }, context) => {
    const lines: TargetLine[] = [];
    for (const [name, typed] of Object.entries(fields)) {
      const unitId = FIELD.exec(name)?.[1];
      if (!unitId || typeof typed !== 'string') continue;
      const before = fields[`before-${unitId}`];
      const { data: value, success } = people.safeParse(typed);
      if (!success) context.addIssue({ code: 'custom', path: [name], message: NO_TARGET });
      else lines.push({ unitId, before: typeof before === 'string' && before !== '' ? Number(before) : null, value });
    }
    return { parentId, year, source, lines };
  });
export type SetTargets = z.output<typeof SetTargets>;

export const changedLines = (lines: readonly TargetLine[]): TargetLine[] => lines.filter(({ before, value }) => before !== value);

/** What a parent was given against what it has given on; positive: more given on than received. null while either is missing. */
export const givenOnDifference = (own: number | null, children: readonly (number | null)[]): number | null => {
  const given = children.filter((value) => value !== null);
  return own === null || !given.length ? null : given.reduce((sum, value) => sum + value, 0) - own;
};
