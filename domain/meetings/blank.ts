import type { Minutes } from './inputs';
import type { OpenAssignment, RollMember } from './minutes';

/** What the cell did last time: taken over into the new form. */
export type LastTime = Pick<Minutes, 'startsAt' | 'endsAt' | 'place' | 'chairName' | 'chairTitle' | 'secretaryName'>;

const NOTHING: Omit<Minutes, 'attendance' | 'closing'> = {
  heldOn: '',
  startsAt: '',
  endsAt: '',
  place: '',
  online: false,
  chairName: '',
  chairTitle: 'Bí thư chi bộ',
  secretaryName: '',
  guests: '',
  agenda: [{ title: '', presenter: '', document: '' }],
  opinions: [],
  conclusion: '',
  resolutions: [],
  assignments: [],
  scores: {},
};

/** The form as it opens: place and time as last month, what was typed so far, and a line for everyone on the roll and every open assignment. */
export function openedMinutes(
  typed: Partial<Minutes>,
  last: Partial<LastTime>,
  roll: readonly RollMember[],
  open: readonly OpenAssignment[],
): Minutes {
  const codes = new Map(typed.attendance?.map((row) => [row.memberId, row]));
  const closings = new Map(typed.closing?.map((row) => [row.assignmentId, row]));
  return {
    ...NOTHING,
    ...last,
    ...typed,
    attendance: roll.map(({ id, usual }) => codes.get(id) ?? { memberId: id, code: usual, reason: '' }),
    closing: open.map(({ id }) => closings.get(id) ?? { assignmentId: id, outcome: '', note: '' }),
  };
}
