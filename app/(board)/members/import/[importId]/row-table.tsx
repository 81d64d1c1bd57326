import Link from 'next/link';
import type { ReactNode } from 'react';
import { Empty, Tag, type TagKind } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { ShownRow } from '@/db/queries/imports';
import { formatDate } from '@/domain/calendar';
import type { ImportField, Mapping } from '@/domain/members/import/fields';
import { DECISIONS } from '@/domain/members/import/inputs';
import { type JudgedProblem, ROW_STATES, type RowState } from '@/domain/members/import/judge';
import { columnLetter } from '@/domain/members/import/sheet';

const KINDS: Record<RowState, TagKind> = { new: 'ok', changed: 'plain', same: 'plain', decide: 'due', wrong: 'late' };

type Values = ShownRow['values'];
type ShownColumn = { key: string; label: string; fields: ImportField[]; value: (values: Values) => string | null };

const date = (text: string | null) => text && formatDate(text);
const sex = (female: boolean | null) => (female === null ? null : female ? 'Nữ' : 'Nam');

const COLUMNS: ShownColumn[] = [
  { key: 'name', label: 'Họ và tên', fields: ['fullName', 'givenName'], value: (values) => values.fullName || null },
  {
    key: 'born',
    label: 'Giới tính, ngày sinh',
    fields: ['born', 'bornMale', 'bornFemale', 'gender', 'maleMark', 'femaleMark'],
    value: (values) => values.born && [sex(values.female), date(values.born)].filter(Boolean).join(', '),
  },
  { key: 'joined', label: 'Vào Đảng', fields: ['joined'], value: (values) => date(values.joined) },
  { key: 'official', label: 'Chính thức', fields: ['official'], value: (values) => date(values.official) },
  { key: 'card', label: 'Số thẻ', fields: ['cardNumber'], value: (values) => values.cardNumber },
  { key: 'cell', label: 'Chi bộ', fields: ['cell'], value: (values) => values.cellName },
];
const PLACED = new Set(COLUMNS.flatMap((column) => column.fields));

type Props = { rows: ShownRow[]; mapping: Mapping; linked: boolean; deciding?: boolean };

/** Rows of the list with each one's state and the reason under its cell. `deciding`: rows in question ask for an answer. */
export function RowTable({ rows, mapping, linked, deciding = false }: Props) {
  if (!rows.length) return <Empty>Không có dòng nào thuộc loại này.</Empty>;
  const columns = [
    { key: 'row', label: 'Dòng', num: true },
    { key: 'state', label: 'Kết quả' },
    ...COLUMNS.map(({ key, label }) => ({ key, label })),
    { key: 'rest', label: 'Cột khác' },
  ];
  const shown = rows.map((row) => ({
    key: String(row.row),
    cells: [
      row.row,
      <State key="state" row={row} deciding={deciding} />,
      ...COLUMNS.map((column) => <ValueCell key={column.key} row={row} column={column} mapping={mapping} linked={linked} />),
      <Reasons key="rest" row={row} problems={row.problems.filter((problem) => !PLACED.has(problem.field))} />,
    ],
  }));
  return <DataTable caption="Các dòng của danh sách" columns={columns} rows={shown} />;
}

function State({ row, deciding }: { row: ShownRow; deciding: boolean }) {
  return (
    <>
      <Tag kind={KINDS[row.state]}>{ROW_STATES[row.state]}</Tag>
      {row.state === 'decide' &&
        (deciding ? <Answers row={row} /> : row.decision && <span className="block text-sm">{DECISIONS[row.decision]}</span>)}
    </>
  );
}

function Answers({ row }: { row: ShownRow }) {
  return (
    <fieldset className="mt-1">
      <legend className="sr-only">Cách xử lý dòng {row.row}</legend>
      {(row.values.choices ?? []).map((choice) => (
        <label key={choice} className="flex min-h-11 cursor-pointer items-center gap-2 whitespace-nowrap">
          <input
            type="radio"
            name={`row-${row.row}`}
            value={choice}
            defaultChecked={row.decision === choice}
            className="size-5 accent-red"
          />
          {DECISIONS[choice]}
        </label>
      ))}
    </fieldset>
  );
}

function ValueCell({ row, column, mapping, linked }: { row: ShownRow; column: ShownColumn; mapping: Mapping; linked: boolean }) {
  const problems = row.problems.filter((problem) => column.fields.includes(problem.field));
  const typed = column.fields.map((field) => row.typed[mapping.indexOf(field)]).find(Boolean);
  const value: ReactNode = column.value(row.values) ?? typed ?? '–';
  const linkable = linked && column.key === 'name' && row.memberId && row.state !== 'wrong';
  return (
    <>
      {linkable ? (
        <Link href={`/members/${row.memberId}`} prefetch={false}>
          {value}
        </Link>
      ) : (
        value
      )}
      <Reasons row={row} problems={problems} />
    </>
  );
}

function Reasons({ row, problems }: { row: ShownRow; problems: JudgedProblem[] }) {
  return problems.map((problem) => (
    <span
      key={problem.field + problem.flaw}
      className={`block min-w-32 text-sm ${problem.warning ? 'text-amber' : 'font-semibold text-red-deep'}`}
    >
      {problem.column !== null && `Ô ${columnLetter(problem.column)}${row.row}: `}
      {problem.message}
    </span>
  ));
}
