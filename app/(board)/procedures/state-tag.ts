import type { TagKind } from '@/components/data/page';
import type { ProcedureState } from '@/domain/procedures/progress';

const TAGS: Partial<Record<ProcedureState, TagKind>> = { ready: 'due', appointed: 'ok', refused: 'late' };

export const stateTag = (state: ProcedureState): TagKind => TAGS[state] ?? 'plain';
