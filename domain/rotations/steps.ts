import { formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { basisOf, type Rules } from '@/domain/rule-sets';
import type { Warning } from './problems';
import { ROTATION_EVENTS, type RotationEventKind, STEPS, type Step } from './words';

type Happened = { kind: RotationEventKind; effectiveOn: IsoDate };

/** A step is written down once and in its order: those before the decision while it is a proposal, the announcement after it. */
export function stepProblems(
  { step, heldOn }: { step: Step; heldOn: IsoDate },
  rotation: { startedOn: IsoDate | null; withdrawnAt: Date | null; endedOn: IsoDate | null },
  before: readonly Happened[],
  today: IsoDate,
): Problem[] {
  const fault = (path: string, message: string): Problem[] => [{ path, message }];
  if (heldOn > today) return fault('heldOn', 'Ngày thực hiện ở sau hôm nay. Hãy sửa lại.');
  if (rotation.withdrawnAt || rotation.endedOn) return fault('', 'Lượt luân chuyển này đã rút hoặc đã kết thúc.');
  if (before.some(({ kind }) => kind === step)) return fault('step', `Bước “${ROTATION_EVENTS[step]}” đã được ghi.`);
  if (step === 'announced')
    return rotation.startedOn ? [] : fault('step', 'Chưa có quyết định nên chưa công bố được. Hãy ghi quyết định trước.');
  if (rotation.startedOn) return fault('step', 'Đã có quyết định: không ghi thêm bước chuẩn bị.');
  const last = before.filter(({ kind }) => STEPS.some((one) => one === kind)).at(-1);
  if (last && heldOn < last.effectiveOn)
    return fault(
      'heldOn',
      `Bước trước “${ROTATION_EVENTS[last.kind]}” là ngày ${formatDate(last.effectiveOn)}. Hãy sửa lại ngày.`,
    );
  return [];
}

/** Steps that were not written down before the decision. */
export function stepWarnings(happened: readonly RotationEventKind[], rules: Pick<Rules, 'rotate.conditions'>): Warning[] {
  const rule = rules['rotate.conditions'];
  if (rule.value === 'free') return [];
  const missing = STEPS.filter((step) => !happened.includes(step));
  if (!missing.length) return [];
  const words = missing.map((step) => `“${ROTATION_EVENTS[step]}”`).join(', ');
  return [{ rule: 'steps', message: `Chưa ghi bước ${words} trong quy trình luân chuyển (${basisOf(rule)}).` }];
}
