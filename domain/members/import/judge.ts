import { formatDate } from '@/domain/calendar';
import { columnOf, type ImportField, type Mapping } from '@/domain/members/import/fields';
import type { Decision } from '@/domain/members/import/inputs';
import type { ReadRow, RowValues } from '@/domain/members/import/read-row';
import { isRefused } from '@/domain/members/import/read-row';
import type { RowProblem } from '@/domain/members/import/reading';
import { foldName } from '@/domain/names';

export const ROW_STATES = {
  new: 'Thêm mới',
  changed: 'Có thay đổi',
  same: 'Không đổi',
  decide: 'Cần quyết định',
  wrong: 'Sai',
} as const;
export type RowState = keyof typeof ROW_STATES;
export type RowCounts = Record<RowState, number>;
export const isRowState = (text: unknown): text is RowState => typeof text === 'string' && Object.hasOwn(ROW_STATES, text);

/** What a list can change of a member who is in the book. Cell and standing change by events alone. */
export const UPDATED_FIELDS = [
  'fullName',
  'female',
  'born',
  'joined',
  'official',
  'cardNumber',
  'citizenId',
  'ethnicity',
  'religion',
  'homePlace',
  'address',
  'phone',
  'occupation',
  'generalEducation',
  'professionalLevel',
  'politicalTheory',
  'biographyNumber',
  'note',
] as const;
export type UpdatedField = (typeof UPDATED_FIELDS)[number];
export type KeptValues = { [F in UpdatedField]: RowValues[F] };

const SENSITIVE: readonly UpdatedField[] = ['citizenId', 'ethnicity', 'religion'];

/** A member in the book who may be the one of a row. `inUnit`: belongs to the unit whose list is read. */
export type Candidate = KeptValues & {
  id: string;
  version: number;
  status: string;
  cellId: string;
  cellName: string;
  inUnit: boolean;
};
/** Who the book holds for a row. cardElsewhere: the card belongs to somebody whom the viewer may not see. */
export type Held = { byCard: Candidate | null; byCitizen: Candidate | null; byName: Candidate | null; cardElsewhere: boolean };

const AGAINST_THE_BOOK = ['held', 'gone', 'twin', 'differs', 'moved'] as const;
export type JudgedProblem = Omit<RowProblem, 'flaw'> & { flaw: RowProblem['flaw'] | (typeof AGAINST_THE_BOOK)[number] };

/** A fault of the row itself, whatever the book holds. */
export const isReadingProblem = (problem: JudgedProblem): problem is RowProblem =>
  !AGAINST_THE_BOOK.some((flaw) => flaw === problem.flaw);

export type JudgedRow = {
  row: number;
  values: RowValues;
  state: RowState;
  problems: JudgedProblem[];
  member: Candidate | null;
  choices: Decision[];
};

type Verdict = { state: RowState; member?: Candidate; choices?: Decision[]; problems: JudgedProblem[] };

/** Judges rows in the order of the file: two rows that mean one member are caught at the second. */
export function rowJudge(mapping: Mapping): (read: ReadRow, held: Held) => JudgedRow {
  const rowOf = new Map<string, number>();
  const at = (field: ImportField) => ({ field, column: columnOf(mapping, field) });
  return (read, held) => {
    const verdict = isRefused(read)
      ? { state: 'wrong' as const, problems: [] }
      : (twin(read, held, rowOf, at) ?? matched(read, held, at));
    const { state, member, choices = [], problems } = verdict as Verdict;
    return {
      row: read.row,
      values: read.values,
      state,
      problems: [...read.problems, ...problems],
      member: member ?? null,
      choices,
    };
  };
}

type At = (field: ImportField) => Pick<JudgedProblem, 'field' | 'column'>;

/** The same member twice in one list: never two entries from what may be one person. */
function twin({ row, values }: ReadRow, held: Held, rowOf: Map<string, number>, at: At): Verdict | null {
  const member = held.byCard ?? held.byCitizen;
  const sureKeys = [...(values.citizenId ? [`citizen:${values.citizenId}`] : []), ...(member ? [`member:${member.id}`] : [])];
  const keys = [...sureKeys, ...(member ? [] : [`person:${foldName(values.fullName)}:${values.born}:${values.cellId}`])];
  const first = keys.map((key) => rowOf.get(key)).find((earlier) => earlier !== undefined);
  for (const key of keys) if (!rowOf.has(key)) rowOf.set(key, row);
  if (first === undefined) return null;
  const sure = sureKeys.some((key) => rowOf.get(key) === first);
  if (sure)
    return {
      state: 'wrong',
      problems: [
        {
          ...at(values.citizenId ? 'citizenId' : 'fullName'),
          flaw: 'twin',
          message: `Trùng người với dòng ${first}. Hãy bỏ một trong hai dòng, hoặc sửa số ghi nhầm.`,
        },
      ],
    };
  const message = `Trùng họ tên, ngày sinh và chi bộ với dòng ${first}. Hãy cho biết đây có phải là người khác không.`;
  return { state: 'decide', choices: ['add', 'skip'], problems: [{ ...at('fullName'), flaw: 'twin', message }] };
}

function matched({ values }: ReadRow, held: Held, at: At): Verdict {
  if (held.cardElsewhere)
    return wrong(
      at('cardNumber'),
      'held',
      `Số thẻ ${values.cardNumber} đã có trong sổ của một tổ chức ngoài phạm vi của bạn. Hãy kiểm tra lại số thẻ, hoặc liên hệ Ban Tổ chức Tỉnh ủy.`,
    );
  const sure = held.byCard ?? held.byCitizen;
  if (sure) return known(values, sure, held.byCard ? at('cardNumber') : at('citizenId'), at);
  if (!held.byName || held.byName.status === 'left') return { state: 'new', problems: [] };
  if (isSamePerson(values, held.byName)) return compared(values, held.byName, at);
  return { ...undecided(held.byName, at('fullName'), ['add', 'update', 'skip']) };
}

const wrong = (where: ReturnType<At>, flaw: JudgedProblem['flaw'], message: string): Verdict => ({
  state: 'wrong',
  problems: [{ ...where, flaw, message }],
});

const described = (member: Candidate) => `${member.fullName}, sinh ${formatDate(member.born ?? '')}, ${member.cellName}`;

function undecided(member: Candidate, where: ReturnType<At>, choices: Decision[]): Verdict {
  const card = member.cardNumber ? `, số thẻ ${member.cardNumber}` : ', chưa có số thẻ';
  return {
    state: 'decide',
    member,
    choices,
    problems: [
      {
        ...where,
        flaw: 'held',
        message: `Trong sổ đã có ${described(member)}${card}. Hãy cho biết có phải cùng một người không.`,
      },
    ],
  };
}

function known(values: RowValues, member: Candidate, where: ReturnType<At>, at: At): Verdict {
  if (!member.inUnit)
    return wrong(
      where,
      'held',
      `Trong sổ đây là ${described(member)}, thuộc tổ chức khác. Hãy làm thủ tục chuyển sinh hoạt đảng thay vì nhập lại.`,
    );
  if (member.status === 'left')
    return wrong(where, 'gone', `${described(member)} đã ra khỏi sổ. Hãy ghi biến động ở trang của người này thay vì nhập lại.`);
  const alike = foldName(values.fullName) === foldName(member.fullName) || values.born === member.born;
  return alike ? compared(values, member, at) : undecided(member, where, ['update', 'skip']);
}

/** Without a card on one side, the same name and birth in the same cell with the same day of joining is the same person. */
function isSamePerson(values: RowValues, member: Candidate): boolean {
  const oneHasNoCard = !values.cardNumber || !member.cardNumber;
  const citizenAgrees = !values.citizenId || !member.citizenId || values.citizenId === member.citizenId;
  return oneHasNoCard && citizenAgrees && values.cellId === member.cellId && values.joined === member.joined;
}

function compared(values: RowValues, member: Candidate, at: At): Verdict {
  const fields = Object.keys(changesOf(values, member)) as UpdatedField[];
  const differing = fields.map(
    (field): JudgedProblem => ({ ...at(columnFor(field, values)), flaw: 'differs', warning: true, message: kept(field, member) }),
  );
  const problems = [...differing, ...unmoved(values, member, at)];
  return { state: fields.length ? 'changed' : 'same', member, problems };
}

const columnFor = (field: UpdatedField, values: RowValues): ImportField =>
  field === 'female' ? (values.female ? 'bornFemale' : 'bornMale') : field;

function kept(field: UpdatedField, member: Candidate): string {
  if (SENSITIVE.includes(field)) return 'Khác với trong sổ.';
  const value = member[field];
  if (typeof value === 'boolean') return `Trong sổ: ${value ? 'nữ' : 'nam'}`;
  if (!value) return 'Trong sổ chưa có.';
  return `Trong sổ: ${['born', 'joined', 'official'].includes(field) ? formatDate(value) : value}`;
}

/** What a list says and only an event may do. */
function unmoved(values: RowValues, member: Candidate, at: At): JudgedProblem[] {
  const moved = values.cellId !== member.cellId;
  const message = `Trong sổ đang ở ${member.cellName}. Việc nhập không chuyển sinh hoạt; hãy ghi biến động ở trang của người này.`;
  const recognized = Boolean(values.official && member.status === 'probationary');
  const official = 'Trong sổ đang là đảng viên dự bị. Hãy ghi công nhận chính thức ở trang của người này.';
  return [
    ...(moved ? [{ ...at('cell'), flaw: 'moved' as const, warning: true as const, message }] : []),
    ...(recognized ? [{ ...at('official'), flaw: 'moved' as const, warning: true as const, message: official }] : []),
  ];
}

/** The fields that a row would change: empty cells, and dates that say less than the book does, change nothing. */
export function changesOf(values: RowValues, member: Candidate): Partial<KeptValues> {
  const changed = UPDATED_FIELDS.filter((field) => {
    const value = values[field];
    if (value === null || value === '' || value === member[field]) return false;
    if (field === 'official' && member.status === 'probationary') return false;
    return !(['born', 'joined', 'official'].includes(field) && String(member[field] ?? '').startsWith(`${value}-`));
  });
  return Object.fromEntries(changed.map((field) => [field, values[field]]));
}

/** A member without a day of recognition and without a card is on probation. */
export const registeredStatus = (values: RowValues): 'official' | 'probationary' =>
  values.official || values.cardNumber ? 'official' : 'probationary';

export function countStates(rows: readonly { state: RowState }[]): RowCounts {
  const counts: RowCounts = { new: 0, changed: 0, same: 0, decide: 0, wrong: 0 };
  for (const row of rows) counts[row.state] += 1;
  return counts;
}

/** The record after a row is taken over: what the row leaves out stays. */
export function merged(values: RowValues, member: Candidate): { before: KeptValues; after: KeptValues } {
  const before = keptOf(member);
  return { before, after: { ...before, ...changesOf(values, member) } };
}

export const keptOf = (values: KeptValues): KeptValues =>
  Object.fromEntries(UPDATED_FIELDS.map((field) => [field, values[field]])) as KeptValues;
