import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import type { PlanDetail, PlanLine } from '@/db/queries/rotations/plans';
import { formatDate } from '@/domain/calendar';
import { namesPlace, PLACEMENT_FORMS, PLACEMENTS } from '@/domain/rotations/words';
import { dropLine } from '../../actions';

const COLUMNS = [
  { key: 'post', label: 'Chức danh, nơi đến' },
  { key: 'need', label: 'Nhu cầu' },
  { key: 'form', label: 'Hình thức' },
  { key: 'time', label: 'Thời gian' },
  { key: 'expected', label: 'Bố trí sau luân chuyển' },
  { key: 'names', label: 'Nhân sự' },
];

export const LineTable = ({ plan }: { plan: PlanDetail }) => (
  <DataTable
    caption="Vị trí cần luân chuyển"
    columns={COLUMNS}
    rows={plan.lines.map((line) => ({ key: line.id, cells: cellsOf(plan, line) }))}
  />
);

function cellsOf(plan: PlanDetail, line: PlanLine) {
  return [
    <span key="post" className="block min-w-44">
      <b className="font-semibold">{line.postTitle}</b>
      {!namesPlace(line.postTitle, line.unitName) && <small className="block text-ink-soft">{line.unitName}</small>}
    </span>,
    <span key="need" className="block min-w-44">
      {line.need}
    </span>,
    PLACEMENT_FORMS[line.form],
    `${line.months} tháng, từ ${formatDate(line.startsMonth)}`,
    PLACEMENTS[line.expected],
    plan.approvedAt ? <Names key="names" line={line} mayWrite={plan.mayWrite} /> : <Drop key="names" plan={plan} line={line} />,
  ];
}

const Names = ({ line, mayWrite }: { line: PlanLine; mayWrite: boolean }) => (
  <ul className="min-w-44">
    {line.names.map(({ id, fullName, startedOn, endedOn }) => (
      <li key={id}>
        <Link href={`/rotations/${id}`} prefetch={false} className="inline-block py-1">
          {fullName}
        </Link>
        <small className="block text-ink-soft">
          {endedOn ? `đã kết thúc ${formatDate(endedOn)}` : startedOn ? `từ ${formatDate(startedOn)}` : 'đang làm quy trình'}
        </small>
      </li>
    ))}
    {mayWrite && !line.names.some(({ startedOn }) => startedOn) && (
      <li>
        <Link href={`/rotations/planner?post=${line.postId}&line=${line.id}`} prefetch={false} className="btn mt-1">
          Chọn nhân sự
        </Link>
      </li>
    )}
  </ul>
);

const Drop = ({ plan, line }: { plan: PlanDetail; line: PlanLine }) =>
  plan.mayWrite && (
    <ActionForm action={dropLine} formKey={randomUUID()} label={`Bỏ vị trí ${line.postTitle}`}>
      <input type="hidden" name="planId" value={plan.id} />
      <input type="hidden" name="version" value={plan.version} />
      <input type="hidden" name="lineId" value={line.id} />
      <SubmitButton primary={false}>Bỏ</SubmitButton>
    </ActionForm>
  );
