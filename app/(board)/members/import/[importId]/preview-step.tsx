import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { listImportRows, type ShownImport } from '@/db/queries/imports';
import type { Viewer } from '@/domain/access/viewer';
import type { RowState } from '@/domain/members/import/judge';
import { formatCount } from '@/domain/numbers';
import { decide, start } from '../actions';
import { RowPager, StateTabs } from './row-pages';
import { RowTable } from './row-table';

type Props = { viewer: Viewer; list: ShownImport; state: RowState | null; after: number };

/** Step three: every row's fate before anything is written. */
export async function PreviewStep({ viewer, list, state, after }: Props) {
  const { rows, next } = await listImportRows(viewer, list.id, state, after);
  const deciding = rows.some((row) => row.state === 'decide');
  const table = <RowTable rows={rows} mapping={list.mapping} linked={false} deciding={deciding} />;
  return (
    <>
      <StartBox list={list} />
      <Card title="Xem trước" aside={<Link href={`/members/import/${list.id}?step=columns`}>Sửa cột</Link>}>
        <StateTabs list={list} state={state} />
        {deciding ? (
          <ActionForm action={decide} formKey={randomUUID()} label="Quyết định các dòng">
            <Hidden list={list} />
            {table}
            <div className="px-4 pt-3">
              <SubmitButton primary={false}>Lưu cách xử lý</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          table
        )}
        <RowPager list={list} state={state} shown={rows.length} after={after} next={next} />
      </Card>
    </>
  );
}

const Hidden = ({ list }: { list: ShownImport }) => (
  <>
    <input type="hidden" name="importId" value={list.id} />
    <input type="hidden" name="version" value={list.version} />
  </>
);

function StartBox({ list }: { list: ShownImport }) {
  const { new: added = 0, changed = 0, wrong = 0 } = list.counts;
  const leftOut = wrong + list.undecided;
  return (
    <section aria-label="Nhập vào sổ" className="card mb-5 flex flex-wrap items-center justify-between gap-4 p-4">
      <div>
        <p>
          Sẽ thêm <strong>{formatCount(added)}</strong> người, cập nhật <strong>{formatCount(changed)}</strong> người. Không nhập{' '}
          <strong>{formatCount(wrong)}</strong> dòng sai.
        </p>
        {list.undecided > 0 && (
          <p className="text-amber">
            {formatCount(list.undecided)} dòng cần bạn quyết định; dòng chưa quyết định không được nhập.
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2.5">
        {leftOut > 0 && (
          <a className="btn" href={`/members/import/${list.id}/left-out`}>
            Tải các dòng không nhập
          </a>
        )}
        <ActionForm action={start} formKey={randomUUID()} label="Nhập vào sổ">
          <Hidden list={list} />
          <SubmitButton>Nhập vào sổ</SubmitButton>
        </ActionForm>
      </div>
    </section>
  );
}
