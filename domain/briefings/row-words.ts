import { formatDate, monthLabel } from '../calendar';
import { eventLabel } from '../members/ledger';
import type { Opens } from './figures';

const MEETING_KINDS: Record<string, string> = {
  regular: 'Sinh hoạt thường kỳ',
  thematic: 'Sinh hoạt chuyên đề',
  extraordinary: 'Sinh hoạt bất thường',
  year_review: 'Kiểm điểm cuối năm',
  congress: 'Đại hội',
  committee: 'Họp chi ủy',
};
const TURN_CODES: Record<string, string> = {
  present: 'Có mặt',
  late: 'Có mặt, đến muộn',
  online: 'Dự trực tuyến',
  excused: 'Vắng có lý do',
  absent: 'Vắng không lý do',
};
const BANDS: Record<string, string> = { good: 'tốt', fair: 'khá', average: 'trung bình', poor: 'kém' };
const OUTCOMES: Record<string, string> = { done: 'đã hoàn thành', partly: 'hoàn thành một phần', not_done: 'chưa làm' };

type Row = { on: string; what: string; note: string | null };

/** What a row behind a number is called: its day, what happened, and what belongs to it. */
export function rowWords(opens: Opens, { on, what, note }: Row): { day: string; what: string; note: string } {
  const day = formatDate(on);
  switch (opens.rows) {
    case 'people':
      return { day, what: `${eventLabel(what)} (từ ngày này)`, note: note ?? '' };
    case 'ledger':
    case 'ledgers':
      return { day, what: eventLabel(what), note: note ?? '' };
    case 'dues':
      return { day: monthLabel(on), what: what === 'held' ? 'Đã họp, đã nộp biên bản' : 'Chưa có biên bản', note: '' };
    case 'meetings':
      return { day, what: MEETING_KINDS[what] ?? what, note: scoreWords(note ?? '') };
    case 'turns':
      return { day, what: TURN_CODES[what] ?? what, note: note ?? '' };
    case 'resolutions':
      return { day, what, note: note ? `tán thành ${note}` : '' };
    case 'personnel':
      return { day, what, note: note ?? '' };
    case 'assignments':
      return { day, what, note: note ? (OUTCOMES[note] ?? note) : 'đang làm' };
  }
}

/** '85.5|good|late' → '85,5 điểm, xếp loại tốt, nộp muộn'. */
function scoreWords(note: string): string {
  return note
    .split('|')
    .flatMap((part) => {
      if (part === 'late') return 'nộp muộn';
      if (BANDS[part]) return `xếp loại ${BANDS[part]}`;
      return part ? `${part.replace('.', ',')} điểm` : [];
    })
    .join(', ');
}

const NOUNS: Record<Opens['rows'], string> = {
  people: 'đảng viên',
  ledger: 'biến động',
  ledgers: 'biến động',
  dues: 'kỳ sinh hoạt',
  meetings: 'buổi sinh hoạt',
  turns: 'lượt',
  resolutions: 'nghị quyết',
  assignments: 'việc',
  personnel: 'lượt',
};
export const rowNoun = (opens: Opens): string => NOUNS[opens.rows];
