import { type ClassKind, isPassed, type Result } from './words';

export type Turn = { personId: string; classId: string; kind: ClassKind; result: Result };
/** persons: each one once, however many classes; turns: each place in a class; passed: turns finished. */
export type Counted = { classes: number; persons: number; turns: number; passed: number };

export function countTurns(turns: readonly Turn[]): Counted {
  return {
    classes: new Set(turns.map(({ classId }) => classId)).size,
    persons: new Set(turns.map(({ personId }) => personId)).size,
    turns: turns.length,
    passed: turns.filter(({ result }) => isPassed(result)).length,
  };
}

/** By kind, in the order of their first turn, and together. Turns add up; persons do not, because one may sit in classes of two kinds. */
export function countByKind(turns: readonly Turn[]): { rows: ({ kind: ClassKind } & Counted)[]; total: Counted } {
  const kinds = [...new Set(turns.map(({ kind }) => kind))];
  return {
    rows: kinds.map((kind) => ({ kind, ...countTurns(turns.filter((turn) => turn.kind === kind)) })),
    total: countTurns(turns),
  };
}
