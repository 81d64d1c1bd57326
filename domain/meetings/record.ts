import type { AttendanceCode, MeetingKind, Outcome, ResolutionKind, ScoreBand } from './words';

export type Attendant = { memberId: string; name: string; code: AttendanceCode; reason: string | null; official: boolean };
export type VoteTaken = {
  kind: ResolutionKind;
  text: string;
  base: number;
  baseReason: string | null;
  inFavour: number;
  against: number;
  other: number;
  passed: boolean;
};

/** What one meeting's minutes say. Counts are persons, points are of the rubric's sum; what nobody wrote yet is null or empty. */
export type MinutesRecord = {
  kind: MeetingKind;
  /** First day of the month that the meeting is for. */
  month: string;
  heldOn: string | null;
  /** 'HH:MM' */
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  online: boolean;
  number: string | null;
  chairName: string | null;
  chairTitle: string | null;
  secretaryName: string | null;
  guests: string | null;
  cellName: string;
  /** The unit directly above the cell and the province, as they were named on the day. */
  superiorName: string | null;
  provinceName: string;
  /** Null when no list of attendance belongs to these minutes. */
  heads: { total: number; officials: number; due: number; present: number; officialsPresent: number } | null;
  people: Attendant[];
  agenda: { title: string; presenter: string; document: string }[];
  opinions: { speakerName: string; text: string }[];
  conclusion: string | null;
  resolutions: VoteTaken[];
  assignments: { text: string; memberName: string; dueOn: string | null }[];
  /** Earlier assignments that this meeting judged; carried ones stay open. */
  closed: { text: string; outcome: Outcome; note: string | null }[];
  score: { points: number; max: number; band: ScoreBand; groups: { label: string; max: number; points: number }[] } | null;
  /** Not submitted: the text may still change. */
  draft: boolean;
};
