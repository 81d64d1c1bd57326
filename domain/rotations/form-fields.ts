import type { Problem } from '@/domain/problems';

/** What the rules of appointments call a field, and what the forms of rotations call it; any other stands for the form as a whole. */
const START = { fromOn: 'startedOn', termEndsOn: 'until', decisionDate: 'decisionDate' };
const END = { fromOn: 'endedOn', effectiveOn: 'endedOn', postId: 'postId', decisionDate: 'decisionDate' };

const named =
  (fields: Record<string, string>) =>
  ({ path, ...problem }: Problem): Problem => ({ ...problem, path: fields[path] ?? '' });

/** A problem of the appointment at the field of the form that starts a rotation. */
export const atStart = named(START);
/** The same for the form that ends one. */
export const atEnd = named(END);
