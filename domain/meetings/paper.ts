import { lowerFirst } from '@/domain/text';
import { formatDate } from '../calendar';
import { formatShare } from '../numbers';
import type { Share } from '../rule-sets/shares';
import type { Attendant, MinutesRecord, VoteTaken } from './record';
import { type AttendanceCode, BAND_LABELS, type MeetingKind, OUTCOME_LABELS, type ResolutionKind } from './words';

export type PaperBlock =
  | { kind: 'text'; lead?: string; text: string }
  /** widths: per cent of the text width; centred: columns of numbers and dates. */
  | { kind: 'table'; head: string[]; widths: number[]; centred: number[]; rows: string[][] };
/** The words of a Party document in the order of the page, for the browser's print and for DOCX alike (HD 36-HD/VPTW). */
export type Paper = {
  draft: boolean;
  superior: string;
  issuer: string;
  number: string | null;
  placeAndDate: string;
  name: string;
  about: string;
  opening: PaperBlock[];
  sections: { heading: string; blocks: PaperBlock[] }[];
  closing: PaperBlock[];
  signers: { title: string; name: string }[];
};
export type VoteRules = Record<ResolutionKind, Share>;

const BLANK = '……';
const ABOUT: Record<MeetingKind, string> = {
  regular: 'sinh hoạt chi bộ thường kỳ',
  thematic: 'sinh hoạt chi bộ chuyên đề',
  extraordinary: 'sinh hoạt chi bộ bất thường',
  year_review: 'họp kiểm điểm cuối năm của chi bộ',
  congress: 'đại hội chi bộ',
  committee: 'họp chi ủy',
};
const CONVENED: Record<MeetingKind, string> = {
  regular: 'tổ chức sinh hoạt thường kỳ',
  thematic: 'tổ chức sinh hoạt chuyên đề',
  extraordinary: 'tổ chức sinh hoạt bất thường',
  year_review: 'họp kiểm điểm cuối năm',
  congress: 'tổ chức đại hội',
  committee: 'họp chi ủy',
};

/** Minutes as words on paper, by cadres-and-briefings §7. votes: the shares in force on the day of the meeting. */
export function minutesPaper(record: MinutesRecord, votes: VoteRules): Paper {
  const place = placeOf(record);
  return {
    draft: record.draft,
    superior: upper(record.superiorName ?? record.provinceName),
    issuer: upper(record.cellName),
    number: record.number && `Số ${record.number.replace(/^(?=\d\D)/, '0')}`,
    placeAndDate: `${place}, ${longDate(record.heldOn, record.month)}`,
    name: 'BIÊN BẢN',
    about: `${ABOUT[record.kind]} ${monthWords(record.month)}`,
    opening: [text(openingOf(record))],
    sections: [
      { heading: 'I. Thành phần', blocks: whoCame(record) },
      { heading: 'II. Nội dung', blocks: content(record) },
      { heading: 'III. Biểu quyết', blocks: [voteTable(record.resolutions, votes)] },
      { heading: 'IV. Phân công', blocks: [workTable(record)] },
    ],
    closing: closing(record),
    signers: [
      { title: 'THƯ KÝ', name: record.secretaryName ?? '' },
      { title: 'CHỦ TRÌ', name: record.chairName ?? '' },
    ],
  };
}

const text = (body: string, lead?: string): PaperBlock => ({ kind: 'text', text: body, lead });
const upper = (name: string) => name.replace(/\s*\(.*\)$/, '').toLocaleUpperCase('vi');
const sentence = (words: string) => (/[.!?…:;]$/.test(words) ? words : `${words}.`);

/** '19:30' → '19 giờ 30'. */
export const clockWords = (time: string | null): string => (time ? time.replace(':', ' giờ ') : `${BLANK} giờ ${BLANK}`);

/** Days under 10 and January, February with a leading zero, so that nothing can be added before them; other months are bare. */
export function longDate(day: string | null, month: string): string {
  return `ngày ${day ? day.slice(8) : BLANK} ${monthWords(day ?? month)}`;
}

const monthWords = (date: string) => {
  const month = date.slice(5, 7);
  return `tháng ${Number(month) > 2 ? Number(month) : month} năm ${date.slice(0, 4)}`;
};

/** A commune's papers name the commune, all others the province. */
export function placeOf({ superiorName, provinceName }: Pick<MinutesRecord, 'superiorName' | 'provinceName'>): string {
  const named = (unit: string) =>
    unit
      .replace(/\s*\(.*\)$/, '')
      .match(/^Đảng (?:bộ|ủy) (?:xã|phường|đặc khu|thị trấn|thị xã|huyện|thành phố|tỉnh) (.+)$/iu)?.[1];
  return named(superiorName ?? '') ?? named(provinceName) ?? provinceName;
}

function openingOf(record: MinutesRecord): string {
  const day = record.heldOn ? formatDate(record.heldOn) : BLANK;
  const how = record.online ? ', theo hình thức trực tuyến' : '';
  return `Hồi ${clockWords(record.startsAt)}, ngày ${day}, tại ${record.place ?? BLANK}, ${record.cellName} ${CONVENED[record.kind]}${how}.`;
}

function whoCame({ heads, people, ...record }: MinutesRecord): PaperBlock[] {
  const chair = [record.chairName ?? BLANK, record.chairTitle].filter(Boolean).join(', ');
  const leading = text(`Chủ trì: đồng chí ${chair}. Thư ký: đồng chí ${record.secretaryName ?? BLANK}.`);
  const guests = record.guests ? [text(`Khách mời: ${sentence(record.guests)}`)] : [];
  return heads ? [text(headLine(heads, people)), ...absentLines(people), leading, ...guests] : [leading, ...guests];
}

function headLine(heads: NonNullable<MinutesRecord['heads']>, people: readonly Attendant[]): string {
  const split = (all: number, officials: number) => `${all} (chính thức ${officials}, dự bị ${all - officials})`;
  const among = [named(people, 'online', 'dự trực tuyến'), named(people, 'late', 'đến muộn')].filter(Boolean).join('; ');
  return [
    `Tổng số đảng viên: ${split(heads.total, heads.officials)}.`,
    `Phải dự: ${heads.due}. Có mặt: ${split(heads.present, heads.officialsPresent)}, đạt ${formatShare(heads.present, heads.due)}.`,
    among && `Trong đó ${among}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const of = (people: readonly Attendant[], code: AttendanceCode) => people.filter((person) => person.code === code);
const named = (people: readonly Attendant[], code: AttendanceCode, words: string) => {
  const there = of(people, code);
  return there.length ? `${words}: ${there.map(({ name }) => name).join(', ')}` : '';
};

function absentLines(people: readonly Attendant[]): PaperBlock[] {
  const excused = of(people, 'excused').map(({ name, reason }) => (reason ? `${name}: ${lowerFirst(reason)}` : name));
  const absent = of(people, 'absent').map(({ name }) => name);
  const counted = (label: string, names: string[]) => `${label}: ${names.length}${names.length ? ` (${names.join('; ')})` : ''}.`;
  const freed = (code: AttendanceCode, label: string) => {
    const names = of(people, code).map(({ name }) => name);
    return names.length ? [counted(label, names)] : [];
  };
  return [
    text([counted('Vắng có lý do', excused), counted('Vắng không có lý do', absent)].join(' ')),
    ...[
      ...freed('exempt', 'Được miễn sinh hoạt'),
      ...freed('away', 'Sinh hoạt tạm thời ở nơi khác'),
      ...freed('suspended', 'Đang bị đình chỉ sinh hoạt'),
    ].map((line) => text(line)),
  ];
}

function content({ agenda, closed, opinions, conclusion }: MinutesRecord): PaperBlock[] {
  const parts: PaperBlock[][] = agenda.map((item) => [
    text(
      [item.presenter && `Đồng chí ${item.presenter} trình bày.`, item.document && `Tài liệu: ${sentence(item.document)}`]
        .filter(Boolean)
        .join(' '),
      sentence(item.title),
    ),
  ]);
  if (closed.length) parts.push(results(closed));
  if (opinions.length)
    parts.push([
      text('', 'Ý kiến thảo luận.'),
      ...opinions.map((opinion) => text(`Đồng chí ${opinion.speakerName}: ${sentence(opinion.text)}`)),
    ]);
  const [first, ...more] = (conclusion ?? '').split('\n').filter((line) => line.trim());
  if (first) parts.push([text(first, 'Kết luận của người chủ trì.'), ...more.map((line) => text(line))]);
  const blocks = parts.flatMap((part, at) =>
    part.map((block, row) => (row === 0 && block.kind === 'text' ? { ...block, lead: `${at + 1}. ${block.lead}` } : block)),
  );
  return blocks.length ? blocks : [text(BLANK)];
}

function results(closed: MinutesRecord['closed']): PaperBlock[] {
  const done = closed.filter(({ outcome }) => outcome === 'done').length;
  const line = ({ text: work, outcome, note }: MinutesRecord['closed'][number]) =>
    text(
      `- ${work.replace(/[.;]$/, '')}: ${lowerFirst(OUTCOME_LABELS[outcome])}${note ? ` (${lowerFirst(note.replace(/[.;]$/, ''))})` : ''}.`,
    );
  return [text(`Hoàn thành ${done}/${closed.length} việc.`, 'Kết quả các việc đã phân công.'), ...closed.map(line)];
}

const needed = ({ numerator, denominator, over }: Share) => `cần ${over ? 'quá' : 'ít nhất'} ${numerator}/${denominator}`;

function voteTable(resolutions: readonly VoteTaken[], votes: VoteRules): PaperBlock {
  if (!resolutions.length) return text('Không có nội dung biểu quyết.');
  return {
    kind: 'table',
    head: ['Nội dung', 'Tổng số được tính', 'Tán thành', 'Không tán thành', 'Ý kiến khác', 'Tỷ lệ'],
    widths: [39, 14, 11, 13, 11, 12],
    centred: [1, 2, 3, 4, 5],
    rows: resolutions.map((vote) => [
      `${sentence(vote.text)} ${vote.passed ? 'Thông qua' : 'Không thông qua'} (${needed(votes[vote.kind])}).${vote.baseReason ? ` Căn cứ tính: ${sentence(lowerFirst(vote.baseReason))}` : ''}`,
      ...[vote.base, vote.inFavour, vote.against, vote.other].map(String),
      formatShare(vote.inFavour, vote.base),
    ]),
  };
}

function workTable({ assignments }: MinutesRecord): PaperBlock {
  if (!assignments.length) return text('Không giao việc mới.');
  return {
    kind: 'table',
    head: ['TT', 'Việc', 'Người thực hiện', 'Thời hạn'],
    widths: [8, 50, 25, 17],
    centred: [0, 3],
    rows: assignments.map((work, at) => [String(at + 1), work.text, work.memberName, work.dueOn ? formatDate(work.dueOn) : '']),
  };
}

function closing({ score, endsAt }: MinutesRecord): PaperBlock[] {
  const points = (value: number) => String(value).replace('.', ',');
  return [
    ...(score
      ? [
          text(
            `Chất lượng buổi sinh hoạt: ${points(score.points)}/${points(score.max)} điểm, xếp loại ${BAND_LABELS[score.band]}.`,
          ),
        ]
      : []),
    text(`Biên bản đã được đọc và thông qua trước chi bộ. Kết thúc hồi ${clockWords(endsAt)} cùng ngày.`),
  ];
}
