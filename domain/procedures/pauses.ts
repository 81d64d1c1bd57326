import { formatDate, type IsoDate } from '../calendar';
import { type DecisionKind, EFFECTS } from './decision-kinds';

/** A span in which an authority paused personnel work in a unit and below it; toOn null: until told. */
export type Pause = {
  id: string;
  unitId: string;
  unitName: string;
  fromOn: IsoDate;
  toOn: IsoDate | null;
  exceptions: string | null;
  reason: string;
  decisionNumber: string | null;
};

/**
 * The pauses that reach a unit (its ancestors and itself given) on a day. Both ends are within. Decisions that only end a holding go on:
 * a pause is for new cases.
 */
export const pausesFor = (
  pauses: readonly Pause[],
  { unitIds, on, kind }: { unitIds: ReadonlySet<string>; on: IsoDate; kind: DecisionKind },
): Pause[] =>
  EFFECTS[kind].post === 'none'
    ? []
    : pauses.filter(({ unitId, fromOn, toOn }) => unitIds.has(unitId) && fromOn <= on && (toOn === null || on <= toOn));

/** A warning, never a refusal: exceptions are the authority's to allow. */
export function pauseWords({ unitName, fromOn, toOn, reason, decisionNumber, exceptions }: Pause): string {
  const until = toOn ? `đến ${formatDate(toOn)}` : 'cho đến khi có thông báo mới';
  const by = decisionNumber ? `${reason}, ${decisionNumber}` : reason;
  const except = exceptions ? ` Ngoại lệ: ${exceptions}.` : '';
  return `${unitName} đang tạm dừng công tác cán bộ từ ${formatDate(fromOn)} ${until} (${by}).${except} Chỉ làm tiếp khi cấp có thẩm quyền cho phép.`;
}
