import type { AppointmentEventKind, AppointmentKind, EndKind } from '../appointments/kinds';

/**
 * What a decision on a person's post does in the ledger of appointments. post: the person takes another post, goes on in the same one, or
 * has none by it. begins: how the new post is held. ends: how the former one ends for them; null: it goes on. until: whether the last day
 * is asked for, given by the term, or none.
 */
export type Effect = {
  label: string;
  post: 'other' | 'same' | 'none';
  event: Exclude<AppointmentEventKind, 'reversal'>;
  begins: AppointmentKind | null;
  ends: EndKind | null;
  until: 'required' | 'term' | 'none';
};

const other = (label: string, begins: AppointmentKind): Effect => ({
  label,
  post: 'other',
  event: 'begun',
  begins,
  ends: 'moved',
  until: 'term',
});
const leaving = (label: string, ends: EndKind): Effect => ({
  label,
  post: 'none',
  event: 'ended',
  begins: null,
  ends,
  until: 'none',
});

/** A seconded person stays on the payroll and in the post of the sending body (Nghị định 170/2025 art. 26). */
const KINDS = {
  appointment: other('Bổ nhiệm', 'appointed'),
  reappointment: { label: 'Bổ nhiệm lại', post: 'same', event: 'reappointed', begins: null, ends: null, until: 'term' },
  extension: {
    label: 'Kéo dài thời gian giữ chức vụ',
    post: 'same',
    event: 'extended',
    begins: null,
    ends: null,
    until: 'required',
  },
  transfer: other('Điều động', 'transferred'),
  secondment: { ...other('Biệt phái', 'seconded'), ends: null, until: 'required' },
  resignation: leaving('Từ chức', 'resigned'),
  removal: leaving('Cho thôi giữ chức vụ', 'removed'),
  dismissal: leaving('Miễn nhiệm', 'dismissed'),
  retirement: leaving('Nghỉ hưu', 'retired'),
} satisfies Record<string, Effect>;

export type DecisionKind = keyof typeof KINDS;
export const EFFECTS: Record<DecisionKind, Effect> = KINDS;
export const DECISION_KINDS = Object.keys(KINDS) as DecisionKind[];
export const isDecisionKind = (text: string): text is DecisionKind => Object.hasOwn(KINDS, text);

/** As which decision the rules look at a title that is given outside a procedure. */
export const DECISION_OF: Record<AppointmentKind, DecisionKind> = {
  appointed: 'appointment',
  elected: 'appointment',
  designated: 'appointment',
  transferred: 'transfer',
  rotated: 'transfer',
  seconded: 'secondment',
};
