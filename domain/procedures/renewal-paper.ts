import { formatDate, type IsoDate } from '../calendar';
import { basisOf, type Rules } from '../rule-sets';
import { type Ending, type RenewalKind, renewalAt } from './renewals';

/** The holding on paper. holding null: the file is not in reach, and nothing that follows from the age is written. */
export type RenewalOnPaper = {
  name: string;
  title: string;
  unitName: string;
  termEndsOn: IsoDate;
  holding: (Ending & { fromOn: IsoDate }) | null;
};

const WORDS: Record<RenewalKind, string> = {
  reappointment: 'bổ nhiệm lại',
  extension: 'kéo dài thời gian giữ chức vụ đến tuổi nghỉ hưu',
};

/** 'bổ nhiệm lại', 'kéo dài …', or both where the months left are not known or speak for neither. */
export function renewalWords({ termEndsOn, holding }: Pick<RenewalOnPaper, 'termEndsOn' | 'holding'>, rules: Rules): string {
  const both = 'bổ nhiệm lại hoặc kéo dài thời gian giữ chức vụ';
  if (!holding) return both;
  const { kind } = renewalAt(holding, termEndsOn, rules);
  return kind ? WORDS[kind] : both;
}

const held = ({ name, title, unitName, termEndsOn, holding }: RenewalOnPaper): string =>
  `Đồng chí ${name} giữ chức vụ ${title}, ${unitName}${holding ? ` từ ngày ${formatDate(holding.fromOn)}` : ''}; hết thời hạn giữ chức vụ ngày ${formatDate(termEndsOn)}`;

/** The notice that the term ends, paragraph by paragraph. */
export const noticeParagraphs = (paper: RenewalOnPaper, rules: Rules): string[] => [
  `${held(paper)} (${basisOf(rules['appoint.term'])}).`,
  `Đề nghị đồng chí tự nhận xét, đánh giá việc thực hiện chức trách, nhiệm vụ trong thời hạn giữ chức vụ, gửi tập thể lãnh đạo để xem xét việc ${renewalWords(paper, rules)}; hoàn thiện hồ sơ cá nhân theo quy định.`,
  `${paper.unitName} chuẩn bị hội nghị tập thể lãnh đạo để nhận xét, đánh giá và biểu quyết, trình cấp có thẩm quyền quyết định trước khi hết thời hạn.`,
];

/** The first paragraph of the proposal. */
export const renewalReport = (paper: RenewalOnPaper, rules: Rules): string =>
  `${held(paper)}. ${paper.unitName} báo cáo kết quả thực hiện quy trình ${renewalWords(paper, rules)} (${basisOf(rules['appoint.term'])}).`;

/** What the authority is asked for. */
export const renewalRequest = (paper: RenewalOnPaper, to: string, rules: Rules): string =>
  `Kính trình ${to} xem xét, quyết định ${renewalWords(paper, rules)} đối với đồng chí ${paper.name}, chức vụ ${paper.title}.`;
