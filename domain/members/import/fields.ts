import type { Problem } from '@/domain/problems';

/** What a column of a member list can hold, with its name on the mapping page. */
export const FIELD_LABELS = {
  ordinal: 'Số thứ tự',
  fullName: 'Họ và tên',
  givenName: 'Tên (khi họ đệm và tên ở hai cột)',
  gender: 'Giới tính',
  maleMark: 'Nam (đánh dấu x)',
  femaleMark: 'Nữ (đánh dấu x)',
  born: 'Ngày sinh',
  bornMale: 'Ngày sinh (cột Nam)',
  bornFemale: 'Ngày sinh (cột Nữ)',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  homePlace: 'Quê quán',
  address: 'Nơi ở hiện nay',
  generalEducation: 'Trình độ văn hóa',
  professionalLevel: 'Trình độ chuyên môn',
  politicalTheory: 'Lý luận chính trị',
  occupation: 'Nghề nghiệp',
  joined: 'Ngày vào Đảng',
  official: 'Ngày chính thức',
  cardNumber: 'Số thẻ đảng viên',
  biographyNumber: 'Số lý lịch',
  citizenId: 'Số căn cước công dân',
  phone: 'Điện thoại',
  cell: 'Chi bộ',
  note: 'Ghi chú',
} as const;

export type ImportField = keyof typeof FIELD_LABELS;
export const IMPORT_FIELDS = Object.keys(FIELD_LABELS) as ImportField[];

/** The field of each column, beside the headers; null for a column that is not read. */
export type Mapping = (ImportField | null)[];

export function columnOf(mapping: Mapping, field: ImportField): number | null {
  const column = mapping.indexOf(field);
  return column < 0 ? null : column;
}

/** What keeps the columns from being read: a needed one missing, or one field taken from two columns. `path` is the field. */
export function mappingProblems(mapping: Mapping, cellCount: number): Problem[] {
  const has = (...fields: ImportField[]) => fields.some((field) => mapping.includes(field));
  const needed: [ImportField, boolean][] = [
    ['fullName', has('fullName')],
    ['born', has('born') || (has('bornMale') && has('bornFemale'))],
    ['gender', has('gender', 'femaleMark') || (has('bornMale') && has('bornFemale'))],
    ['joined', has('joined')],
    ['cell', has('cell') || cellCount === 1],
  ];
  return [...needed.filter(([, found]) => !found).map(([field]) => missingColumn(field)), ...doubledColumns(mapping)];
}

function missingColumn(field: ImportField): Problem {
  return { path: field, message: `Chưa có cột “${FIELD_LABELS[field]}”. Hãy chọn cột của tệp ghi nội dung này.` };
}

function doubledColumns(mapping: Mapping): Problem[] {
  const doubled = IMPORT_FIELDS.filter((field) => mapping.indexOf(field) !== mapping.lastIndexOf(field));
  return doubled.map((field) => ({
    path: field,
    message: `“${FIELD_LABELS[field]}” đang được chọn cho nhiều cột. Hãy chỉ giữ một cột.`,
  }));
}
