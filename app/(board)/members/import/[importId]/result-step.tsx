import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { listImportRows, type ShownImport } from '@/db/queries/imports';
import type { Viewer } from '@/domain/access/viewer';
import type { RowState } from '@/domain/members/import/judge';
import { formatCount } from '@/domain/numbers';
import { takeBack } from '../actions';
import { RowPager, StateTabs } from './row-pages';
import { RowTable } from './row-table';

type Props = { viewer: Viewer; list: ShownImport; state: RowState | null; after: number };

/** Step four: what came in, what stayed out, and the way back. */
export async function ResultStep({ viewer, list, state, after }: Props) {
  const { rows, next } = await listImportRows(viewer, list.id, state, after);
  return (
    <>
      <Outcome list={list} />
      <Card title="Các dòng của danh sách" className="mb-5">
        <StateTabs list={list} state={state} />
        <RowTable rows={rows} mapping={list.mapping} linked={list.step === 'done'} />
        <RowPager list={list} state={state} shown={rows.length} after={after} next={next} />
      </Card>
      {list.step === 'done' && <TakeBack list={list} />}
    </>
  );
}

function Outcome({ list }: { list: ShownImport }) {
  const { added = 0, updated = 0, same = 0, left = 0 } = list.counts;
  const leftOut = left - same;
  return (
    <section aria-label="Kết quả nhập" className="card mb-5 flex flex-wrap items-center justify-between gap-4 p-4">
      <div role="status">
        {list.step === 'takenBack' && (
          <p className="font-semibold text-amber">
            Lần nhập này đã được {list.takenBackBy ?? 'người khác'} thu hồi; sổ trở lại như trước khi nhập.
          </p>
        )}
        <p>
          Đã thêm <strong>{formatCount(added)}</strong> người, cập nhật <strong>{formatCount(updated)}</strong> người;{' '}
          <strong>{formatCount(same)}</strong> người không đổi; <strong>{formatCount(leftOut)}</strong> dòng không nhập.
        </p>
      </div>
      <div className="flex flex-wrap gap-2.5">
        {leftOut > 0 && (
          <a className="btn" href={`/members/import/${list.id}/left-out`}>
            Tải các dòng không nhập
          </a>
        )}
        <Link className="btn primary" href={`/members?unit=${list.unitId}`}>
          Xem danh sách đảng viên
        </Link>
      </div>
    </section>
  );
}

function TakeBack({ list }: { list: ShownImport }) {
  return (
    <details className="card p-4">
      <summary className="min-h-11 content-center font-semibold">Thu hồi lần nhập này</summary>
      <p className="mt-2 mb-3 max-w-2xl">
        Người được thêm sẽ ra khỏi sổ bằng bút toán hủy, người được cập nhật trở lại thông tin cũ. Chỉ thu hồi được khi chưa ai
        trong danh sách có thay đổi nào khác.
      </p>
      <ActionForm action={takeBack} formKey={randomUUID()} label="Thu hồi lần nhập" className="grid max-w-2xl gap-4">
        <input type="hidden" name="importId" value={list.id} />
        <input type="hidden" name="version" value={list.version} />
        <TextField name="reason" label="Lý do thu hồi" required />
        <div>
          <SubmitButton primary={false}>Thu hồi</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
