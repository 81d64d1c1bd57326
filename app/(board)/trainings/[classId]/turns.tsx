import { randomUUID } from 'node:crypto';
import { Empty } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import type { ClassHead, TurnRow } from '@/db/queries/trainings';
import { RESULTS } from '@/domain/trainings/words';
import { saveResults, takeOut } from '../actions';
import { ResultField } from './result-field';

const COLUMNS = [
  { key: 'name', label: 'Họ và tên', wide: true },
  { key: 'committee', label: 'Đảng bộ' },
  { key: 'result', label: 'Kết quả' },
];

const Who = ({ name, title }: TurnRow) => (
  <>
    {name}
    {title && <small className="block text-ink-soft">{title}</small>}
  </>
);

export const TurnList = ({ turns }: { turns: readonly TurnRow[] }) =>
  turns.length ? (
    <DataTable
      caption="Người học"
      columns={COLUMNS}
      rows={turns.map((turn) => ({
        key: turn.id,
        cells: [
          <Who key="name" {...turn} />,
          turn.committeeName,
          [RESULTS[turn.result], turn.certificate].filter(Boolean).join(', số '),
        ],
      }))}
    />
  ) : (
    <Empty>Chưa cử ai vào lớp này. Hãy chọn người ở dưới.</Empty>
  );

/** Results of everyone in one form; whoever has none yet can be taken out beneath it. */
export function ResultsForm({ head, turns }: { head: ClassHead; turns: readonly TurnRow[] }) {
  const enrolled = turns.filter(({ result }) => result === 'enrolled');
  return (
    <>
      <ActionForm action={saveResults} formKey={randomUUID()} label="Kết quả học tập">
        <input type="hidden" name="classId" value={head.id} />
        <input type="hidden" name="version" value={head.version} />
        <DataTable
          caption="Kết quả học tập"
          columns={COLUMNS}
          rows={turns.map((turn) => ({
            key: turn.id,
            cells: [
              <Who key="name" {...turn} />,
              turn.committeeName,
              <ResultField key="result" id={turn.id} of={turn.name} result={turn.result} certificate={turn.certificate} />,
            ],
          }))}
        />
        <div className="p-4">
          <SubmitButton>Lưu kết quả</SubmitButton>
        </div>
      </ActionForm>
      {enrolled.length > 0 && (
        <details className="border-line border-t px-4 py-3">
          <summary className="min-h-6">Đưa ra khỏi lớp người cử nhầm</summary>
          <ul className="mt-2 grid gap-2">
            {enrolled.map(({ id, name }) => (
              <li key={id}>
                <ActionForm
                  action={takeOut}
                  formKey={randomUUID()}
                  label={`Đưa ${name} ra khỏi lớp`}
                  className="flex items-center gap-3"
                >
                  <input type="hidden" name="turnId" value={id} />
                  <SubmitButton primary={false}>Đưa ra</SubmitButton>
                  <span>{name}</span>
                </ActionForm>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
