import { addMonths, type IsoDate } from '../calendar';
import { basisOf, type Rules } from '../rule-sets';

/** One paper of the file for an appointment or a rotation. expires: only worth something for the months of 'papers.validity'. */
export type Paper = { key: string; label: string; expires: boolean };

export const PAPERS = [
  { key: 'proposal', label: 'Tờ trình của cơ quan, đơn vị', expires: false },
  { key: 'tally', label: 'Biên bản hội nghị và biên bản kiểm phiếu của các bước', expires: false },
  { key: 'biography', label: 'Sơ yếu lý lịch mẫu 2C có xác nhận', expires: true },
  { key: 'self_review', label: 'Bản tự kiểm điểm 3 năm gần nhất', expires: false },
  { key: 'collective_comments', label: 'Nhận xét, đánh giá của tập thể lãnh đạo trong 3 năm gần nhất', expires: false },
  { key: 'cell_comments', label: 'Nhận xét của chi ủy (đảng ủy) nơi công tác', expires: false },
  { key: 'residence_comments', label: 'Nhận xét của chi ủy nơi cư trú đối với bản thân và gia đình', expires: false },
  { key: 'assets', label: 'Bản kê khai tài sản, thu nhập', expires: false },
  { key: 'diplomas', label: 'Bản sao văn bằng, chứng chỉ', expires: false },
  { key: 'health', label: 'Giấy chứng nhận sức khỏe', expires: true },
  { key: 'political_standard', label: 'Kết luận về tiêu chuẩn chính trị', expires: false },
] as const satisfies readonly Paper[];

export type PaperKey = (typeof PAPERS)[number]['key'];
export const isPaperKey = (text: string): text is PaperKey => PAPERS.some(({ key }) => key === text);

/** missing: thiếu; valid: đủ; expired: hết hạn. expiresOn: the last day it counts. */
export type PaperState = {
  key: PaperKey;
  label: string;
  state: 'missing' | 'valid' | 'expired';
  issuedOn: IsoDate | null;
  expiresOn: IsoDate | null;
};

export const PAPER_WORDS: Record<PaperState['state'], string> = { missing: 'Thiếu', valid: 'Đủ', expired: 'Hết hạn' };

/** Each paper of the list as it stands on a day (the day the file is handed in); issued: the day each received paper was made. */
export const dossierOn = (
  issued: ReadonlyMap<string, IsoDate>,
  on: IsoDate,
  rules: Pick<Rules, 'papers.validity'>,
): PaperState[] =>
  PAPERS.map(({ key, label, expires }) => {
    const issuedOn = issued.get(key) ?? null;
    const expiresOn = issuedOn && expires ? addMonths(issuedOn, rules['papers.validity'].value) : null;
    const state = issuedOn === null ? 'missing' : expiresOn !== null && expiresOn < on ? 'expired' : 'valid';
    return { key, label, state, issuedOn, expiresOn };
  });

export const countPapers = (papers: readonly PaperState[]): Record<PaperState['state'], number> => ({
  missing: papers.filter(({ state }) => state === 'missing').length,
  valid: papers.filter(({ state }) => state === 'valid').length,
  expired: papers.filter(({ state }) => state === 'expired').length,
});

/** 'Đủ 9/11, thiếu 1, hết hạn 1 (theo …)'. */
export function dossierWords(papers: readonly PaperState[], rules: Pick<Rules, 'papers.validity'>): string {
  const { missing, valid, expired } = countPapers(papers);
  const parts = [
    `Đủ ${valid}/${papers.length}`,
    ...(missing ? [`thiếu ${missing}`] : []),
    ...(expired ? [`hết hạn ${expired} (${basisOf(rules['papers.validity'])})`] : []),
  ];
  return parts.join(', ');
}
