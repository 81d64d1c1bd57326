import type { Problem } from './problems';

export type Values = Record<string, string | string[]>;

/** What an action answers: nothing yet, done, or problems with everything that was typed. */
export type ActionState =
  | { status: 'new' }
  | { status: 'done'; message?: string; result: unknown }
  | { status: 'problems'; problems: Problem[]; values: Values };

export const NEW: ActionState = { status: 'new' };
