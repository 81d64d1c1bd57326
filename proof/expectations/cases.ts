import type { Permission } from '@/domain/access/offices';
import type { Fields } from '../visitor';

/** The records of one unit, of each kind that an address or a form can name. Versions are 1. */
export type Target = {
  unit: string;
  member: string;
  cadre: string;
  post: string;
  /** With all its steps held, for another title. */
  procedure: string;
  candidate: string;
  appointment: string;
  pause: string;
  event: string;
  draft: string;
  submitted: string;
  import: string;
  account: string;
  held: string;
  session: string;
  rotation: string;
  stay: string;
  rotationPlan: string;
  planLine: string;
  ratingGroup: string;
  rating: string;
  trainingClass: string;
  turn: string;
  staffingChange: string;
  /** A title that nobody is planned for, a round of planning, the unit's list in it and the cadre's name on it for `post`. */
  freePost: string;
  campaign: string;
  list: string;
  name: string;
};
/** What forms need besides: a member of one's own unit, an account without an office, a list to upload. */
export type Around = { ownMember: string; freeAccount: string; list: File; today: string };

/**
 * needs: every right that it stands on, each over the target; 'self': signed in is enough; 'open': nobody has to be.
 * above: the unit above decides, so the right must reach the target's parent. provinceWide: only a right over everything counts.
 */
type Stands = { needs: readonly Permission[] | 'self' | 'open'; above?: true; provinceWide?: true };

export type RouteCase = Stands & {
  address: string;
  /** Where it stands for a target; without parameter the target does not matter. */
  path: ((target: Target) => string) | (() => string);
  targeted: boolean;
  /** The answer to who may; 200 unless said. */
  status?: number;
  /** Who has this right over the target, but not `needs`, is sent on to where they may look. */
  orElse?: Permission;
  post?: (target: Target) => Record<string, string>;
  /** Shows people: without the door's scope it must still be not found. Others may then show the open facts of a unit, and nothing of its people. */
  people?: true;
};

export type ActionCase = Stands & {
  file: string;
  name: string;
  /** What sets two cases of one action apart. */
  of?: string;
  targeted: boolean;
  /** A form that would be carried out, were the right there. */
  fields: (target: Target, around: Around) => Fields;
  /** Laid over it for those who may, so that a rule (not the right) refuses and the next one finds everything unchanged. */
  spoilt?: (target: Target, around: Around) => Fields;
};

export const page = (address: string, needs: Stands['needs'], more: Partial<RouteCase> = {}): RouteCase => ({
  address,
  needs,
  path: () => address,
  targeted: false,
  ...more,
});
export const of = (
  address: string,
  permission: Permission,
  path: (target: Target) => string,
  more: Partial<RouteCase> = {},
): RouteCase => ({
  address,
  needs: [permission],
  path,
  targeted: true,
  ...more,
});
export const ofUnit = (address: string, permission: Permission, more: Partial<RouteCase> = {}, parameter = 'unit') =>
  of(address, permission, ({ unit }) => `${address}?${parameter}=${unit}`, more);

export const people = { people: true } as const;
/** What a file made for `unit` is asked with. */
export const forPurpose = { post: ({ unit }: Target) => ({ unit, purpose: 'Phục vụ kiểm tra quyền' }) };

export const stale = () => ({ version: '999' });
export const decision = ({ today }: Around) => ({
  decisionNumber: '7-QĐ/ĐU',
  decisionDate: today,
  issuer: 'Đảng ủy',
  effectiveOn: today,
});
/** A decision of a day that has not come: a rule refuses it, whoever asks. */
export const tomorrow = () => ({ decisionDate: '01/01/2099' });
export const given = { decisionNumber: '7-QĐ/ĐU', decisionDate: '02/02/2026', issuer: 'Đảng ủy', signer: 'Bí thư' };

export const act = (
  file: string,
  name: string,
  needs: Permission | readonly Permission[],
  fields: ActionCase['fields'],
  more: Partial<ActionCase> = {},
): ActionCase => ({
  file: `app/(board)/${file}/actions.ts`,
  name,
  needs: typeof needs === 'string' ? [needs] : needs,
  targeted: true,
  fields,
  spoilt: stale,
  ...more,
});
