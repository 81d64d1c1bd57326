import { formatDate, type IsoDate } from '../calendar';
import type { PaperBlock } from '../meetings/paper';
import { formatShare } from '../numbers';
import { basisOf } from '../rule-sets';
import { announcedVotes } from './announcement';
import { type BallotRules, baseOf, type Count, leastFor } from './ballots';
import { BASE_WORDS, type Step } from './steps';

export type Named = { id: string; fullName: string };
export type PaperSitting = Omit<Count, 'votes'> & {
  heldOn: IsoDate;
  place: string | null;
  chairName: string | null;
  secretaryName: string | null;
  explanation: string | null;
  committeeOpinion: string | null;
  note: string | null;
};
type Section = { heading: string; blocks: PaperBlock[] };

const BLANK = '……';
const text = (words: string): PaperBlock => ({ kind: 'text', text: words });
const said = (lead: string, words: string | null): PaperBlock[] => (words ? [{ kind: 'text', lead, text: words }] : []);

/** The minutes of the count of one sitting, by sections. Votes of a step that is not announced are left out, and so is who goes on. */
export function tallyPaper(
  step: Step,
  sitting: PaperSitting,
  votes: Count['votes'],
  names: readonly Named[],
  rules: BallotRules,
): Section[] {
  const sections: Section[] = [
    {
      heading: 'Thành phần',
      blocks: [text(`Thành phần: ${step.participants}.`), ...attendance(step, sitting, rules), text(leading(sitting))],
    },
    ...(step.ballot === 'none' ? [] : [{ heading: 'Kiểm phiếu', blocks: slips(step, sitting) }]),
    ...(step.ballot === 'none' ? [] : [{ heading: 'Kết quả', blocks: result(step, sitting, votes, names, rules) }]),
    { heading: 'Nội dung', blocks: content(step, sitting) },
  ];
  return sections.map((section, at) => ({
    ...section,
    heading: `${'I'.repeat(at + 1).replace('IIII', 'IV')}. ${section.heading}`,
  }));
}

const leading = ({ chairName, secretaryName }: PaperSitting) =>
  `Chủ trì: đồng chí ${chairName ?? BLANK}. Thư ký, tổ trưởng tổ kiểm phiếu: đồng chí ${secretaryName ?? BLANK}.`;

function attendance(step: Step, { summoned, present, members }: PaperSitting, rules: BallotRules): PaperBlock[] {
  if (!step.meeting) return [];
  const enough = present >= leastFor(rules['cadre.quorum'].value, summoned);
  return [
    text(
      `Số người được triệu tập: ${summoned}; có mặt: ${present}, đạt ${formatShare(present, summoned)}${step.base === 'members' ? `; tổng số thành viên tập thể lãnh đạo: ${members ?? BLANK}` : ''}.`,
    ),
    text(`Hội nghị ${enough ? 'đủ' : 'không đủ'} số người dự theo quy định (${basisOf(rules['cadre.quorum'])}).`),
  ];
}

function slips(step: Step, { issued, collected, valid }: PaperSitting): PaperBlock[] {
  const how = step.secret === 'optional' ? 'Phiếu lấy ý kiến, có thể ký tên hoặc không.' : 'Bỏ phiếu kín.';
  return [
    text(how),
    text(`Số phiếu phát ra: ${issued}; thu về: ${collected}; hợp lệ: ${valid}; không hợp lệ: ${collected - valid}.`),
  ];
}

function result(
  step: Step,
  sitting: PaperSitting,
  votes: Count['votes'],
  names: readonly Named[],
  rules: BallotRules,
): PaperBlock[] {
  const told = announcedVotes(step, votes);
  if (!told.shown) return [text(told.note)];
  const base = baseOf(step, sitting);
  const nameOf = (id: string) => names.find((person) => person.id === id)?.fullName ?? BLANK;
  const head = sitting.headChoice ? said('Người đứng đầu quyết định:', `đồng chí ${nameOf(sitting.headChoice)}.`) : [];
  return [
    {
      kind: 'table',
      head: ['TT', 'Họ và tên', 'Số phiếu', `Tỷ lệ trên ${base}`],
      widths: [8, 48, 20, 24],
      centred: [0, 2, 3],
      rows: told.votes.map(({ candidateId, votes: got }, at) => [
        String(at + 1),
        nameOf(candidateId),
        String(got),
        formatShare(got, base),
      ]),
    },
    text(
      `Tỷ lệ tính trên ${BASE_WORDS[step.base]} (${base}); đạt khi được từ ${leastFor(rules['cadre.pass'].value, base)} phiếu trở lên (${basisOf(rules['cadre.pass'])}).`,
    ),
    ...head,
  ];
}

function content(step: Step, { explanation, committeeOpinion, note }: PaperSitting): PaperBlock[] {
  return [
    text(step.task),
    ...said('Ý kiến của cấp ủy:', committeeOpinion),
    ...said(step.key === 'renew' ? 'Ý kiến khác:' : 'Giải trình:', explanation),
    ...said('Nội dung chính:', note),
  ];
}

export type SummaryStep = { step: Step; sitting: PaperSitting | undefined; votes: Count['votes'] };

/** The course of a procedure as a table for the proposal: one row a step, votes only where they were announced. */
export const summaryTable = (steps: readonly SummaryStep[], names: readonly Named[]): PaperBlock => ({
  kind: 'table',
  head: ['Bước', 'Hội nghị', 'Ngày', 'Có mặt / triệu tập', 'Kết quả'],
  widths: [8, 32, 15, 15, 30],
  centred: [0, 2, 3],
  rows: steps.map(({ step, sitting, votes }) => [
    String(step.number),
    step.name,
    sitting ? formatDate(sitting.heldOn) : 'chưa họp',
    sitting && step.meeting ? `${sitting.present}/${sitting.summoned}` : '',
    sitting ? resultWords(step, sitting, votes, names) : '',
  ]),
});

function resultWords(step: Step, sitting: PaperSitting, votes: Count['votes'], names: readonly Named[]): string {
  if (step.ballot === 'none') return step.meeting ? 'Đã thống nhất' : 'Đã thực hiện';
  const told = announcedVotes(step, votes);
  if (!told.shown) return 'Đã lấy phiếu; không công bố';
  const base = baseOf(step, sitting);
  const nameOf = (wanted: string) => names.find(({ id }) => id === wanted)?.fullName ?? BLANK;
  const head = sitting.headChoice ? [`người đứng đầu quyết định: ${nameOf(sitting.headChoice)}`] : [];
  return [...told.votes.map(({ candidateId, votes: got }) => `${nameOf(candidateId)}: ${got}/${base}`), ...head].join('; ');
}
