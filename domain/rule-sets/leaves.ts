import { VOTE_BASES } from './shares';

/** One field of a rule's value on the form. path: '' for a plain value, otherwise dots ('groups.0.max'). kind 'list': values between commas. */
export type Leaf = {
  path: string;
  label: string;
  text: string;
  kind: 'number' | 'text' | 'list' | 'choice';
  options?: { value: string; label: string }[];
};

const LABELS: Record<string, string> = {
  '': 'Giá trị',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  over: 'Cách so',
  base: 'Tính trên số',
  from: 'Từ',
  to: 'Đến',
  top: 'Lề trên (mm)',
  bottom: 'Lề dưới (mm)',
  left: 'Lề trái (mm)',
  right: 'Lề phải (mm)',
  outstanding: 'Xuất sắc, từ (điểm)',
  good: 'Tốt, từ (điểm)',
  fair: 'Khá, từ (điểm)',
  average: 'Trung bình, từ (điểm)',
  done: 'Hoàn thành, từ (điểm)',
  name: 'Tên khung điểm',
  label: 'Tên',
  max: 'Điểm tối đa',
  grassroots: 'Cấp cơ sở (năm-tháng)',
  above: 'Trên cơ sở (năm-tháng)',
  commune: 'Xã, phường, đặc khu (năm-tháng)',
  province: 'Cấp tỉnh (năm-tháng)',
  state: 'Chính quyền, đại biểu (năm-tháng)',
  firstYear: 'Năm đầu của lộ trình',
  menBefore: 'Tuổi của nam trước lộ trình (tháng)',
  womenBefore: 'Tuổi của nữ trước lộ trình (tháng)',
  men: 'Tuổi của nam từng năm (tháng)',
  women: 'Tuổi của nữ từng năm (tháng)',
};

function labelOf(path: string): string {
  const parts = path.split('.');
  const name = parts.at(-1) ?? '';
  const at = parts.filter((part) => /^\d+$/.test(part)).map((part) => Number(part) + 1);
  const place = at.length === 2 ? `Tiêu chí ${at.join('.')}: ` : at.length === 1 ? `Nhóm ${at[0]}: ` : '';
  return `${place}${LABELS[name] ?? name}`;
}

const join = (path: string, name: string | number) => (path ? `${path}.${name}` : String(name));
const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** The fields by which a value of this shape is typed. Keys of a rubric's parts are not for typing. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  const label = labelOf(path);
  if (typeof value === 'boolean')
    return [
      {
        path,
        label,
        text: String(value),
        kind: 'choice',
        options: [
          { value: 'false', label: 'ít nhất (bằng là đạt)' },
          { value: 'true', label: 'trên (bằng là chưa đạt)' },
        ],
      },
    ];
  if (path.endsWith('base'))
    return [
      {
        path,
        label,
        text: String(value),
        kind: 'choice',
        options: Object.entries(VOTE_BASES).map(([key, word]) => ({ value: key, label: word })),
      },
    ];
  if (typeof value === 'number') return [{ path, label, text: String(value).replace('.', ','), kind: 'number' }];
  if (typeof value === 'string') return path.endsWith('key') ? [] : [{ path, label, text: value, kind: 'text' }];
  if (Array.isArray(value) && value.every(isPlain)) return [{ path, label, text: value.join('; '), kind: 'list' }];
  return Object.entries(value as object).flatMap(([name, part]) => leavesOf(part, join(path, name)));
}

const numberOf = (text: string): unknown => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text);

/** A value of the same shape with what was typed, '' and all; what is wrong with it is the rule's schema to say. typed: by path. */
export function withLeaves(shape: unknown, typed: Readonly<Record<string, string>>, path = ''): unknown {
  const text = typed[path]?.trim();
  if (typeof shape === 'boolean') return text === undefined ? shape : text === 'true';
  if (typeof shape === 'number') return text === undefined ? shape : numberOf(text);
  if (typeof shape === 'string') return text ?? shape;
  if (Array.isArray(shape) && shape.every(isPlain)) {
    if (text === undefined) return shape;
    const parts = text
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
    return typeof shape[0] === 'number' ? parts.map(numberOf) : parts;
  }
  if (Array.isArray(shape)) return shape.map((part, at) => withLeaves(part, typed, join(path, at)));
  return Object.fromEntries(
    Object.entries(shape as object).map(([name, part]) => [name, withLeaves(part, typed, join(path, name))]),
  );
}
