import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card, Empty, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import type { CadreFile } from '@/db/queries/cadres/file';
import { DISCIPLINES, TRAINING_KINDS } from '@/domain/cadres/codes';
import { FILE_LINES, type FileLine } from '@/domain/cadres/inputs';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { LEVELS } from '@/domain/posts/kinds';
import { removeLine } from '../actions';

type Props = { file: CadreFile };
const day = (date: string | null) => (date ? formatDate(date) : '—');
const months = (from: string | null, to: string | null, open: string) => `${day(from)} – ${to ? formatDate(to) : open}`;

/** One part of the file: its lines, and for who may, a way to add and to take out. */
function Part({
  file,
  line,
  heads,
  rows,
  nothing,
}: Props & { line: FileLine; heads: readonly string[]; rows: { id: string; cells: readonly ReactNode[] }[]; nothing: string }) {
  const columns = [...heads, ...(file.mayEdit ? ['Bỏ dòng'] : [])].map((label) => ({ key: label, label }));
  return (
    <Card
      id={line}
      title={FILE_LINES[line]}
      aside={
        file.mayEdit && (
          <Link
            href={`/cadres/${file.id}/lines/${line}`}
            className="inline-flex min-h-11 items-center underline"
            prefetch={false}
          >
            Thêm dòng
            <span className="sr-only">: {FILE_LINES[line]}</span>
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <Empty>{nothing}</Empty>
      ) : (
        <DataTable
          caption={FILE_LINES[line]}
          columns={columns}
          rows={rows.map(({ id, cells }) => ({
            key: id,
            cells: file.mayEdit ? [...cells, <Remove key="remove" cadreId={file.id} line={line} lineId={id} />] : cells,
          }))}
        />
      )}
    </Card>
  );
}

/** Asks once more before a line is gone. */
const Remove = ({ cadreId, line, lineId }: { cadreId: string; line: FileLine; lineId: string }) => (
  <details>
    <summary className="-my-2.5 inline-flex min-h-11 items-center text-sm underline">Bỏ…</summary>
    <ActionForm
      action={removeLine}
      formKey={crypto.randomUUID()}
      label="Bỏ dòng khỏi hồ sơ"
      className="grid min-w-52 gap-2"
      ids={`${lineId}-`}
    >
      <input type="hidden" name="cadreId" value={cadreId} />
      <input type="hidden" name="line" value={line} />
      <input type="hidden" name="lineId" value={lineId} />
      <TextField name="reason" label="Lý do bỏ dòng" required maxLength={500} />
      <SubmitButton primary={false}>Bỏ dòng này</SubmitButton>
    </ActionForm>
  </details>
);

export const History = ({ file }: Props) => (
  <Part
    file={file}
    line="history"
    heads={['Từ tháng – đến tháng', 'Chức danh, chức vụ, nơi công tác', 'Cấp']}
    nothing="Chưa ghi quá trình công tác. Hãy bấm “Thêm dòng”."
    rows={file.history.map(({ id, fromMonth, toMonth, words, level }) => ({
      id,
      cells: [
        <span key="months" className="whitespace-nowrap">
          {months(fromMonth, toMonth, 'nay')}
        </span>,
        words,
        level ? LEVELS[level] : '—',
      ],
    }))}
  />
);

export const Trainings = ({ file, today }: Props & { today: IsoDate }) => (
  <Part
    file={file}
    line="training"
    heads={['Loại', 'Ngành, lớp', 'Trường', 'Thời gian', 'Văn bằng, chứng chỉ']}
    nothing="Chưa ghi đào tạo, bồi dưỡng."
    rows={file.trainings.map((line) => ({
      id: line.id,
      cells: [
        TRAINING_KINDS[line.kind],
        [line.name, line.form?.toLocaleLowerCase('vi')].filter(Boolean).join(', '),
        line.school ?? '—',
        <span key="months" className="whitespace-nowrap">
          {months(line.fromMonth, line.toMonth, '…')}
        </span>,
        <>
          {line.certificate ?? '—'}
          {line.validTo && (
            <span className="block text-sm">
              {line.validTo < today ? (
                <Tag kind="late">hết giá trị {formatDate(line.validTo)}</Tag>
              ) : (
                `giá trị đến ${formatDate(line.validTo)}`
              )}
            </span>
          )}
        </>,
      ],
    }))}
  />
);

export const Awards = ({ file }: Props) => (
  <Part
    file={file}
    line="award"
    heads={['Năm', 'Hình thức', 'Cấp khen thưởng', 'Số quyết định']}
    nothing="Chưa ghi khen thưởng."
    rows={file.awards.map(({ id, year, form, issuer, decisionNumber }) => ({
      id,
      cells: [year, form, issuer ?? '—', decisionNumber ?? '—'],
    }))}
  />
);

export const Disciplines = ({ file, today }: Props & { today: IsoDate }) => (
  <Part
    file={file}
    line="discipline"
    heads={['Hình thức', 'Ngày quyết định', 'Hết thời hạn', 'Cơ quan, số quyết định', 'Lý do']}
    nothing="Không có kỷ luật."
    rows={file.disciplines.map((line) => ({
      id: line.id,
      cells: [
        <>
          {DISCIPLINES[line.form]} {(!line.endsOn || line.endsOn > today) && <Tag kind="late">đang thi hành</Tag>}
        </>,
        formatDate(line.decidedOn),
        day(line.endsOn),
        [line.issuer, line.decisionNumber].filter(Boolean).join(', ') || '—',
        line.reason ?? '—',
      ],
    }))}
  />
);
