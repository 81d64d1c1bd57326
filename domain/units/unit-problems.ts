import { formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { isCellKind, kindLabel } from './kinds';

type Decided = { decisionDate: IsoDate; effectiveOn: IsoDate };

/** A decision is recorded once it is in force: nothing in it lies ahead, and it takes effect no earlier than it was made. */
export function decisionProblems({ decisionDate, effectiveOn }: Decided, today: IsoDate): Problem[] {
  if (decisionDate > today) return [{ path: 'decisionDate', message: 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.' }];
  if (effectiveOn > today)
    return [{ path: 'effectiveOn', message: 'Quyết định chưa có hiệu lực. Hãy ghi vào sổ từ ngày có hiệu lực trở đi.' }];
  if (effectiveOn < decisionDate)
    return [{ path: 'effectiveOn', message: 'Ngày có hiệu lực ở trước ngày quyết định. Hãy kiểm tra lại hai ngày.' }];
  return [];
}

export type Parent = { kind: string; name: string; foundedOn: IsoDate; closedOn: IsoDate | null };
/** `allowedKinds`: what may stand directly under the parent's kind, as the data says. `siblings`: names of its living children. */
export type Around = { parent: Parent; allowedKinds: readonly string[]; siblings: readonly string[]; today: IsoDate };

/** What is wrong with founding such a unit there. */
export function unitProblems(unit: Decided & { kind: string; name: string }, around: Around): Problem[] {
  const { parent, allowedKinds } = around;
  const problems = decisionProblems(unit, around.today);
  if (parent.closedOn)
    problems.push({
      path: '',
      message: `${parent.name} đã kết thúc hoạt động từ ${formatDate(parent.closedOn)}. Hãy chọn cấp trên đang hoạt động.`,
    });
  else if (!problems.length && unit.effectiveOn < parent.foundedOn)
    problems.push({
      path: 'effectiveOn',
      message: `${parent.name} thành lập ngày ${formatDate(parent.foundedOn)}: tổ chức trực thuộc không thể có trước đó.`,
    });
  if (!allowedKinds.includes(unit.kind))
    problems.push({
      path: 'kind',
      message: allowedKinds.length
        ? `Dưới ${kindLabel(parent.kind).toLocaleLowerCase('vi')} chỉ lập được: ${allowedKinds.map(kindLabel).join(', ')}.`
        : `Dưới ${kindLabel(parent.kind).toLocaleLowerCase('vi')} không lập được tổ chức nào.`,
    });
  return [...problems, ...nameProblems(unit.name, around.siblings)];
}

const sameName = (one: string, other: string) => one.toLocaleLowerCase('vi') === other.toLocaleLowerCase('vi');

function nameProblems(name: string, siblings: readonly string[]): Problem[] {
  if (!siblings.some((sibling) => sameName(sibling, name))) return [];
  return [{ path: 'name', message: `Cùng cấp trên này đã có “${name}” đang hoạt động. Hãy đặt tên khác để khỏi nhầm.` }];
}

/** `since`: the day from which the unit has its present name. */
export function renameProblems(
  rename: Decided & { name: string },
  unit: { name: string; since: IsoDate; closedOn: IsoDate | null; siblings: readonly string[] },
  today: IsoDate,
): Problem[] {
  if (unit.closedOn) return [{ path: '', message: 'Tổ chức này đã kết thúc hoạt động nên không đổi tên nữa.' }];
  if (rename.name === unit.name) return [{ path: 'name', message: 'Tên mới giống hệt tên đang dùng. Hãy ghi tên mới.' }];
  const problems = decisionProblems(rename, today);
  if (!problems.length && rename.effectiveOn <= unit.since)
    problems.push({
      path: 'effectiveOn',
      message: `Tên đang dùng có từ ${formatDate(unit.since)}: tên mới phải có hiệu lực sau ngày đó.`,
    });
  return [...problems, ...nameProblems(rename.name, unit.siblings)];
}

export type Closing = {
  /** The day of its founding, or of its last change of name or place. */
  since: IsoDate;
  closedOn: IsoDate | null;
  openChildren: number;
  members: number;
  /** The last day of a meeting in its book; null when it never met. */
  lastMeeting: IsoDate | null;
};

/** A unit ends only when nobody and nothing stands in it any more (members-and-meetings 1.7). */
export function closeProblems(close: Decided, unit: Closing, today: IsoDate): Problem[] {
  if (unit.closedOn) return [{ path: '', message: `Tổ chức này đã kết thúc hoạt động từ ${formatDate(unit.closedOn)}.` }];
  const problems = decisionProblems(close, today);
  if (!problems.length && close.effectiveOn < unit.since)
    problems.push({
      path: 'effectiveOn',
      message: `Tổ chức mang tên và vị trí hiện nay từ ${formatDate(unit.since)}: ngày kết thúc phải từ ngày đó trở đi.`,
    });
  if (unit.lastMeeting && close.effectiveOn < unit.lastMeeting)
    problems.push({
      path: 'effectiveOn',
      message: `Sổ còn buổi sinh hoạt ngày ${formatDate(unit.lastMeeting)}: ngày kết thúc phải từ ngày đó trở đi.`,
    });
  if (unit.members)
    problems.push({
      path: '',
      message: `Còn ${unit.members} đảng viên trong sổ. Hãy chuyển sinh hoạt cho từng người sang chi bộ khác rồi mới kết thúc.`,
    });
  if (unit.openChildren)
    problems.push({
      path: '',
      message: `Còn ${unit.openChildren} tổ chức trực thuộc đang hoạt động. Hãy kết thúc hoặc chuyển các tổ chức đó trước.`,
    });
  return problems;
}

export type Size = { kind: string; members: number; officials: number };
type SizeRules = Pick<Rules, 'org.min' | 'org.party-committee'>;

/** Sizes that the rules in force do not expect; real data has approved exceptions, so these only warn. */
export function sizeWarnings({ kind, members, officials }: Size, rules: SizeRules): string[] {
  const [min, base] = [rules['org.min'], rules['org.party-committee']];
  const warnings: string[] = [];
  if (isCellKind(kind) && officials < min.value)
    warnings.push(`Có ${officials} đảng viên chính thức, ít hơn ${min.value} (${basisOf(min)}).`);
  if (isCellKind(kind) && members >= base.value)
    warnings.push(`Có ${members} đảng viên, từ ${base.value} trở lên thì lập đảng bộ cơ sở (${basisOf(base)}).`);
  if (kind === 'G1' && members < base.value)
    warnings.push(`Có ${members} đảng viên, ít hơn ${base.value} mà là đảng bộ cơ sở (${basisOf(base)}).`);
  return warnings;
}
